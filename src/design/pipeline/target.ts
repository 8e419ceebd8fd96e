import type { Architecture } from '../architecture.ts';
import { attributesPath } from '../merge/record.ts';
import { FileSet, type Files, type Target } from '../target.ts';
import { gitAttributes } from './attributes.ts';
import { codeOwners } from './code-owners.ts';
import { drift } from './github/drift.ts';
import { image } from './github/image.ts';
import { infrastructure } from './github/infrastructure.ts';
import { promote } from './github/promote.ts';
import { release, signer } from './github/release.ts';
import { releaseRuleset, ruleset } from './github/ruleset.ts';
import { terraformRoot } from './github/terraform-root.ts';
import { gitlabPipeline } from './gitlab/pipeline.ts';
import { followedByBranch, imagesOf, releasedOf, setDigest } from './releases.ts';
import { forEachRoot, installConftest } from './scripts.ts';
import { pinnedInTerraform, verifyImages } from './signed-images.ts';

/** Pipelines of GitHub Actions or GitLab CI, owners of code, and protection of branches. */
export const pipeline: Target = {
  name: 'pipeline',
  write: (architecture) =>
    new FileSet()
      .add(attributesPath, gitAttributes)
      .addAll(architecture.delivery.ci === 'github' ? forGithub(architecture) : gitlabPipeline(architecture))
      .files,
};

function forGithub(architecture: Architecture): Files {
  const files = new FileSet()
    .add('.github/workflows/infrastructure.yaml', infrastructure(architecture))
    .add('.github/workflows/terraform-root.yaml', terraformRoot)
    .add('.github/workflows/drift.yaml', drift(architecture))
    .add('.github/scripts/for-each-root.sh', forEachRoot)
    .add('.github/scripts/install-conftest.sh', installConftest)
    .add('.github/rulesets/main.json', ruleset(architecture))
    .add('.github/CODEOWNERS', codeOwners(architecture));
  if (imagesOf(architecture).length > 0) files.add('.github/workflows/image.yaml', image(architecture));
  if (releasedOf(architecture).length > 0)
    files
      .add('.github/workflows/release.yaml', release(architecture))
      .add('.github/scripts/set-digest.sh', setDigest(architecture));
  const pinned = pinnedInTerraform(architecture);
  if (pinned.length > 0)
    files.add('.github/scripts/verify-images.sh', verifyImages(pinned, signer(architecture)));
  const followed = followedByBranch(architecture);
  if (followed.length > 0) files.add('.github/workflows/promote.yaml', promote(architecture, followed));
  for (const environment of followed)
    files.add(`.github/rulesets/release-${environment.name}.json`, releaseRuleset(environment));
  return files.files;
}
