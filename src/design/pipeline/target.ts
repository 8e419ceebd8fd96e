import type { Architecture } from '../architecture.ts';
import { attributesPath } from '../merge/record.ts';
import { releasedByTerraform } from '../release-files.ts';
import { FileSet, type Files, type Target } from '../target.ts';
import { gitAttributes } from './attributes.ts';
import { codeOwners } from './code-owners.ts';
import { deploy } from './github/deploy.ts';
import { drift } from './github/drift.ts';
import { image } from './github/image.ts';
import { infrastructure, signedJobOf } from './github/infrastructure.ts';
import { packageWorkflow } from './github/package.ts';
import { promote } from './github/promote.ts';
import { protect } from './github/protect.ts';
import { release, signer } from './github/release.ts';
import { releaseRuleset, ruleset } from './github/ruleset.ts';
import { terraformRoot } from './github/terraform-root.ts';
import { gitlabPipeline } from './gitlab/pipeline.ts';
import { followedByBranch, imagesOf, packagesOf, releasedOf } from './releases.ts';
import { forEachRoot, installConftest } from './scripts.ts';
import { setDigest } from './set-digest.ts';
import { pinnedInTerraform, verifyImages } from './signed-images.ts';
import { verifyRelease } from './verify-release.ts';

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
    .add('.github/scripts/protect.sh', protect(architecture))
    .add('.github/rulesets/main.json', ruleset(architecture))
    .add('.github/CODEOWNERS', codeOwners(architecture));
  if (imagesOf(architecture).length > 0) files.add('.github/workflows/image.yaml', image(architecture));
  if (packagesOf(architecture).length > 0)
    files.add('.github/workflows/package.yaml', packageWorkflow(architecture));
  if (releasedOf(architecture).length > 0)
    files
      .add('.github/workflows/release.yaml', release(architecture))
      .add('.github/scripts/set-digest.sh', setDigest(architecture))
      .add(
        '.github/scripts/verify-release.sh',
        verifyRelease(architecture, {
          image: signer(architecture),
          package: signer(architecture, 'package'),
        }),
      );
  if (releasedByTerraform(architecture.environments.at(-1)!).length > 0)
    files.add('.github/workflows/deploy.yaml', deploy(architecture, signedJobOf(architecture, 'signed')));
  const pinned = pinnedInTerraform(architecture);
  if (pinned.length > 0)
    files.add('.github/scripts/verify-images.sh', verifyImages(pinned, signer(architecture)));
  const followed = followedByBranch(architecture);
  if (followed.length > 0) files.add('.github/workflows/promote.yaml', promote(architecture, followed));
  for (const environment of followed)
    files.add(`.github/rulesets/release-${environment.name}.json`, releaseRuleset(environment));
  return files.files;
}
