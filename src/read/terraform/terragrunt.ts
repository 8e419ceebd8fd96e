import type { Repository } from '../../model/repository.ts';
import { folderOf, nameOf } from './paths.ts';

/** Source: Terragrunt documentation, Configuration Reference: `terragrunt.hcl`, the customary `root.hcl`, and stacks. */
const configurations = new Set(['terragrunt.hcl', 'root.hcl', 'terragrunt.stack.hcl']);

/**
 * Tells the folders that Terragrunt runs Terraform in, and into which its `generate` blocks may write variables, providers and
 * backends that the repository does not show: those with a configuration of it, and those that one names as its `source`.
 * Where a source is nothing but expressions, it may be any folder.
 */
export function generatedFolders(repository: Repository): (folder: string) => boolean {
  const own = new Set<string>();
  const tails = new Set<string>();
  let any = false;
  for (const path of repository.paths) {
    if (!configurations.has(nameOf(path))) continue;
    own.add(folderOf(path));
    const text = repository.read(path)?.text ?? '';
    for (const [, source = ''] of text.matchAll(/^\s*source\s*=\s*"([^"\n]*)"/gm)) {
      const tail = tailOf(source);
      if (tail === '') any = true;
      else if (tail !== undefined) tails.add(tail);
    }
  }
  if (any) return () => true;
  return (folder) =>
    own.has(folder) || [...tails].some((tail) => folder === tail || folder.endsWith(`/${tail}`));
}

/**
 * What of a source names folders: `aws/vpc` of `${get_repo_root()}/modules//aws/vpc?ref=v1` and of `../../aws/vpc`.
 * @returns an empty text where nothing does, `undefined` where it leads out of the repository
 */
function tailOf(source: string): string | undefined {
  if (/^(git::|git@|github\.com|bitbucket\.org|https?:|ssh:|tfr:|s3::|gcs::)/.test(source)) return undefined;
  const plain = source.slice(source.lastIndexOf('}') + 1).replace(/\?.*$/, '');
  return plain
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
    .join('/');
}
