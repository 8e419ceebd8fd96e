import type { Problem } from '../../model/problem.ts';
import type { Block } from '../../syntax/hcl/tree.ts';
import { constantText } from './constant.ts';
import type { Declared, ModuleSource } from './module-source.ts';
import { folderOf, nameOf, resolvePath } from './paths.ts';

/** A root module with one set of variables files: what one `terraform plan` would look at. */
export interface Root {
  readonly folder: string;
  /** variables files in the order in which they are loaded: later ones win */
  readonly varFiles: readonly string[];
  /** the file that tells this set from the others of the same root */
  readonly variant?: string;
}

const configuration = /\.(tf|tofu)(\.json)?$/;
const variables = /\.tfvars(\.json)?$/;

/** Whether a path is Terraform's or OpenTofu's. */
export function isTerraform(path: string): boolean {
  return configuration.test(path) || variables.test(path);
}

/** Configuration files by folder. Where `x.tofu` and `x.tf` stand side by side, OpenTofu takes only the first, and so do we. */
export function configurationByFolder(paths: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  const all = new Set(paths);
  for (const path of paths) {
    if (!configuration.test(path)) continue;
    if (/\.tf(\.json)?$/.test(path) && all.has(path.replace(/\.tf(\.json)?$/, '.tofu$1'))) continue;
    const folder = folderOf(path);
    const files = folders.get(folder);
    if (files) files.push(path);
    else folders.set(folder, [path]);
  }
  return folders;
}

/** The folder that a module call's `source` leads to, if it is inside the repository. */
export function localSource(
  call: Declared,
  folder: string,
): { readonly folder?: string; readonly source: string } | undefined {
  const source = sourceOf(call.block);
  if (source === undefined) return undefined;
  if (!/^\.\.?(\/|$)/.test(source)) return { source };
  const target = resolvePath(folder, source);
  return target === undefined ? { source } : { source, folder: target };
}

export function sourceOf(block: Block): string | undefined {
  const attribute = block.body.items.find((item) => item.kind === 'attribute' && item.name === 'source');
  return attribute?.kind === 'attribute' ? constantText(attribute.value) : undefined;
}

/**
 * Finds the roots: folders that no other folder calls, and those that keep a state of their own. Of folders that call each
 * other in a circle, which nothing leads into, the first is taken for one.
 * Each is one root for each variables file that stands for an environment, and one alone where there is none.
 */
export function findRoots(
  modules: ReadonlyMap<string, ModuleSource>,
  paths: readonly string[],
  given: readonly string[],
): Root[] {
  const calls = new Map([...modules.values()].map((module) => [module.folder, calledBy(module)]));
  const called = new Set([...calls.values()].flat());
  const roots = [...modules.values()].filter(({ folder }) => !called.has(folder));
  const reached = new Set<string>();
  for (const { folder } of roots) reach(folder, calls, reached);
  for (const module of modules.values()) {
    if (reached.has(module.folder)) continue;
    roots.push(module);
    reach(module.folder, calls, reached);
  }
  for (const module of modules.values())
    if (called.has(module.folder) && keepsState(module) && !roots.includes(module)) roots.push(module);
  const varFiles = variablesByFolder(modules, paths);
  return roots
    .map(({ folder }) => folder)
    .sort()
    .flatMap((folder) => variantsOf(folder, varFiles.get(folder) ?? [], given));
}

/** Folders that a module calls, but for itself. */
function calledBy(module: ModuleSource): string[] {
  const targets: string[] = [];
  for (const call of module.calls.values()) {
    const target = localSource(call, module.folder)?.folder;
    if (target !== undefined && target !== module.folder) targets.push(target);
  }
  return targets;
}

function reach(from: string, calls: ReadonlyMap<string, readonly string[]>, reached: Set<string>): void {
  const folders = [from];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (reached.has(folder)) continue;
    reached.add(folder);
    folders.push(...(calls.get(folder) ?? []));
  }
}

function keepsState(module: ModuleSource): boolean {
  return module.settings.some(({ block }) =>
    block.body.items.some(
      (item) => item.kind === 'block' && (item.type === 'backend' || item.type === 'cloud'),
    ),
  );
}

/**
 * Variables files by the nearest folder above them that holds configuration: `prod.tfvars`, `env/prod.tfvars` and
 * `vars/prod/eu.tfvars` are all for the folder that they start from.
 */
function variablesByFolder(
  modules: ReadonlyMap<string, ModuleSource>,
  paths: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of paths) {
    if (!variables.test(path)) continue;
    let folder = folderOf(path);
    while (!modules.has(folder) && folder !== '.') folder = folderOf(folder);
    const files = found.get(folder);
    if (files) files.push(path);
    else found.set(folder, [path]);
  }
  return found;
}

/** Source: Terraform documentation, Variable Definition Precedence: terraform.tfvars, *.auto.tfvars in order, then those given. */
function variantsOf(folder: string, files: readonly string[], given: readonly string[]): Root[] {
  const here = files.filter((path) => folderOf(path) === folder);
  const automatic = [
    ...here.filter((path) => /^terraform\.tfvars(\.json)?$/.test(nameOf(path))),
    ...here.filter((path) => /\.auto\.tfvars(\.json)?$/.test(path)),
  ];
  if (given.length > 0) return [{ folder, varFiles: [...automatic, ...given] }];
  const variants = files.filter(
    (path) => !automatic.includes(path) && !/example|sample|template/i.test(nameOf(path)),
  );
  if (variants.length === 0) return [{ folder, varFiles: automatic }];
  return variants.map((variant) => ({ folder, varFiles: [...automatic, variant], variant }));
}

/** Reports calls that lead out of the repository or into an empty folder. */
export function checkCalls(
  modules: ReadonlyMap<string, ModuleSource>,
  report: (problem: Problem) => void,
): void {
  for (const module of modules.values())
    for (const call of module.calls.values()) {
      const local = localSource(call, module.folder);
      if (!local || !/^\.\.?(\/|$)/.test(local.source)) continue;
      const { block, file } = call;
      const place = { path: file.path, file, start: block.start, end: block.open };
      if (local.folder === undefined)
        report({
          kind: 'invalid',
          message: `module source ${local.source} leads out of the repository and is not read`,
          ...place,
        });
      else if (!modules.has(local.folder))
        report({
          kind: 'invalid',
          message: `module source ${local.source} holds no Terraform configuration`,
          ...place,
        });
    }
}
