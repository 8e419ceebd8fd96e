import { moduleCalls } from '../../graph/terraform/settings.ts';
import { sourceOf } from '../../read/terraform/layout.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/module-unpinned',
  title: 'Module without a version',
  dimension: 'iac-quality',
  severity: 'medium',
  why: 'A module from a registry or a repository without a version is whatever its authors last published: the same code plans one thing today and another tomorrow, and who controls the source controls the apply.',
  sameAs: [
    'checkov:CKV_TF_1',
    'checkov:CKV_TF_2',
    'kics:terraform/general/generic_git_module_without_revision',
  ],
  controls: ['soc2:CC8.1'],
  sources: ['https://developer.hashicorp.com/terraform/language/modules/syntax#version'],
  visits: moduleCalls,
  judge({ resource, node }) {
    const source = sourceOf(resource.block);
    if (source === undefined || /^(\.{1,2}(\/|$)|\/)/.test(source)) return;
    const remote = /^(git::|git@|github\.com\/|bitbucket\.org\/|hg::|https?:\/\/|ssh:\/\/|s3::|gcs::)/.test(
      source,
    );
    if (remote ? isPinned(source) : node.has('version')) return;
    const remedy = remote ? 'give ?ref= a tag or, better, a commit' : 'add version = "~> x.y"';
    const branch = refOf(source);
    return {
      message: `Module ${resource.name} takes whatever ${branch ? `the branch ${branch} of ` : ''}${source.split('?')[0]} holds on the day of the plan: ${remedy}.`,
      at: node.get('source') ?? node,
    };
  },
  examples: {
    bad: `module "vpc" {
  source = "terraform-aws-modules/vpc/aws"
}
`,
    good: `module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.8"
}
`,
  },
});

/** An archive by its own address is as fixed as a reference. */
/** A commit or a tag: a name without any digit is a branch. */
function isPinned(source: string): boolean {
  return (
    /\d/.test(refOf(source) ?? '') ||
    /[?&](commit|tag|versionId)=[^&]+/.test(source) ||
    /\.(zip|tar\.gz|tgz|tar\.xz)(\?|$)/.test(source) ||
    /^(s3|gcs)::/.test(source)
  );
}

function refOf(source: string): string | undefined {
  return /[?&]re[fv]=([^&]+)/.exec(source)?.[1];
}
