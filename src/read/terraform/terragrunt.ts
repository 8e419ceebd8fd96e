import type { Repository } from '../../model/repository.ts';
import { folderOf, nameOf } from './paths.ts';

/** Source: Terragrunt documentation, Configuration Reference: `terragrunt.hcl`, the customary `root.hcl`, and stacks. */
const configurations = new Set(['terragrunt.hcl', 'root.hcl', 'terragrunt.stack.hcl']);

/**
 * Tells the folders that Terragrunt runs Terraform in, and into which its `generate` blocks may write variables, providers and
 * backends that the repository does not show: those with a configuration of it, and those that one names as its `source`.
 * Where a source names no folder of the repository, it may be any.
 */
export function generatedFolders(
  repository: Repository,
  folders: readonly string[],
): (folder: string) => boolean {
  const generated = new Set<string>();
  for (const path of repository.paths) {
    if (!configurations.has(nameOf(path))) continue;
    generated.add(folderOf(path));
    const text = repository.read(path)?.text ?? '';
    for (const [, source = ''] of text.matchAll(/^\s*source\s*=(.*)$/gm)) {
      if (isRemote(source)) continue;
      const named = namesIn(source);
      const meant = folders.filter((folder) => named.some((name) => endsWith(folder, name)));
      for (const folder of meant.length > 0 ? meant : folders) generated.add(folder);
    }
  }
  return (folder) => generated.has(folder);
}

/** Says once that Terragrunt's own configurations are not evaluated, so that nobody takes what is given to modules there for verified. */
export function reportTerragrunt(repository: Repository): void {
  const found = repository.paths.filter((path) => configurations.has(nameOf(path)));
  const path = found.find((one) => nameOf(one) !== 'root.hcl');
  if (path === undefined) return;
  const what =
    found.length === 1
      ? 'this configuration of Terragrunt is'
      : `${found.length} configurations of Terragrunt are`;
  repository.report({
    kind: 'tool',
    path,
    message: `${what} not evaluated: the inputs, providers and backends given there are not verified, and modules are only where they lie in the repository. To verify what Terragrunt makes of it, run \`terragrunt init\` and give the folder that it fills below .terragrunt-cache`,
  });
}

/** A source that is nothing but an address outside of the repository. */
function isRemote(source: string): boolean {
  return /^\s*"(git::|git@|github\.com|bitbucket\.org|https?:|ssh:|tfr:|s3::|gcs::)[^"]*"\s*$/.test(source);
}

/** What may be folders in a source, however it is put together: `aws/vpc` of `${get_repo_root()}/modules//aws/vpc?ref=v1`. */
function namesIn(source: string): readonly string[] {
  const paths = source.replaceAll('//', '/').match(/[\w.-]+(?:\/[\w.-]+)*/g) ?? [];
  return paths.flatMap(
    (path) =>
      path
        .split('/')
        .filter((part) => !/^\.{1,2}$/.test(part))
        .join('/') || [],
  );
}

/** Whether one of two paths is the end of the other. */
function endsWith(one: string, other: string): boolean {
  return one === other || one.endsWith(`/${other}`) || other.endsWith(`/${one}`);
}
