import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Repository } from '../../model/repository.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { guessEnvironment } from '../environment.ts';

export interface Chart {
  /** its folder, `.` for the top */
  readonly folder: string;
  readonly name: string;
  readonly body: Node;
  /** a library chart holds helpers for others and renders nothing */
  readonly isLibrary: boolean;
  /** charts that it needs and that are not in its `charts/` folder */
  readonly missing: readonly { readonly name: string; readonly node: Node }[];
  /** further values files, relative to the repository */
  readonly values: readonly string[];
}

/** Values files of one chart that are rendered, beside its own. */
export const mostValuesFiles = 20;

/** Ways in which repositories name a chart's values files for an environment or a test, relative to the chart. */
const valuesNames = [
  /^values[-._].+\.ya?ml$/,
  /^[^/]+[-._]values\.ya?ml$/,
  /^values\/.+\.ya?ml$/,
  /^ci\/[^/]*values\.ya?ml$/,
  /^(env|envs|environment|environments|overlays|profiles)\/.+\.ya?ml$/,
];

const chartFolders = new WeakMap<Repository, readonly string[]>();

/** Folders of charts that stand for themselves: not those in another chart's `charts/`. Sorted. */
export function foldersOfCharts(repository: Repository): readonly string[] {
  let folders = chartFolders.get(repository);
  if (!folders) {
    const all = repository.paths.filter((path) => /(^|\/)Chart\.yaml$/.test(path)).map(folderOf);
    const known = new Set(all);
    folders = all.filter((folder) => {
      const at = folder.lastIndexOf('charts/');
      if (at < 0 || (at > 0 && folder[at - 1] !== '/')) return true;
      return !known.has(at === 0 ? '.' : folder.slice(0, at - 1));
    });
    chartFolders.set(repository, folders);
  }
  return folders;
}

/** Tells the paths that belong to some chart's templates, subcharts, values or CRDs: they are no manifests of their own. */
export function namedByCharts(repository: Repository): (path: string) => boolean {
  const folders = new Set(foldersOfCharts(repository));
  if (folders.size === 0) return () => false;
  return (path) => {
    const folder = chartOf(path, folders);
    return folder !== undefined && partOf(relativeTo(folder, path)) !== undefined;
  };
}

/** What a file is to its chart; `undefined` where it only lies in the chart's folder. */
export function partOf(path: string): 'templates' | 'charts' | 'crds' | 'values' | 'chart' | undefined {
  const top = path.split('/', 1)[0]!;
  if ((top === 'templates' || top === 'charts' || top === 'crds') && path !== top) return top;
  if (/^(Chart\.(yaml|lock)|requirements\.(yaml|lock)|values\.schema\.json)$/.test(path)) return 'chart';
  return path === 'values.yaml' || isValuesFile(path) ? 'values' : undefined;
}

/** Reads a chart's description; `undefined` where it is broken, which is reported. */
export function readChart(repository: Repository, folder: string): Chart | undefined {
  const path = within(folder, 'Chart.yaml');
  const file = repository.read(path);
  if (!file) return undefined;
  const { documents, problems } = parseYaml(file);
  for (const problem of problems) repository.report(problem);
  const body = documents[0];
  const name = body?.peek('name')?.content;
  if (!(body?.content instanceof Mapping) || typeof name !== 'string') {
    if (problems.length === 0)
      repository.report({
        kind: 'invalid',
        path,
        file,
        message: 'the chart has no `name`: it cannot be rendered',
      });
    return undefined;
  }
  const values = pathsBelow(repository, folder).filter((candidate) =>
    isValuesFile(relativeTo(folder, candidate)),
  );
  return {
    folder,
    name,
    body,
    isLibrary: body.peek('type')?.content === 'library',
    missing: missingOf(repository, folder, body),
    values,
  };
}

function missingOf(repository: Repository, folder: string, body: Node): Chart['missing'] {
  const dependencies = (body.peek('dependencies') ?? requirementsOf(repository, folder))?.content;
  if (!Array.isArray(dependencies)) return [];
  return (dependencies as readonly Node[]).flatMap((node) => {
    const name = node.peek('name')?.content;
    if (typeof name !== 'string') return [];
    const vendored = within(folder, `charts/${name}`);
    const there = pathsBelow(repository, within(folder, 'charts')).some(
      (path) =>
        path === `${vendored}/Chart.yaml` || (path.startsWith(`${vendored}-`) && path.endsWith('.tgz')),
    );
    return there ? [] : [{ name, node }];
  });
}

/** What charts of Helm 2's form need stands in a file of its own, which Helm 3 still reads. */
function requirementsOf(repository: Repository, folder: string): Node | undefined {
  const path = within(folder, 'requirements.yaml');
  const file = repository.has(path) ? repository.read(path) : undefined;
  return file && parseYaml(file).documents[0]?.peek('dependencies');
}

function isValuesFile(path: string): boolean {
  if (/^(templates|charts|crds)\//.test(path)) return false;
  return (
    valuesNames.some((name) => name.test(path)) ||
    (/^[^/]+\/values\.ya?ml$/.test(path) && guessEnvironment(path) !== undefined)
  );
}

function chartOf(path: string, folders: ReadonlySet<string>): string | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (folders.has(folder)) return folder;
    if (folder === '.') return undefined;
  }
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '.' : path.slice(0, slash);
}

/** A path below a folder, where `.` is the top. */
export function within(folder: string, path: string): string {
  return folder === '.' ? path : `${folder}/${path}`;
}

/** The paths in a folder and in those below it: they lie together, because paths are sorted. */
export function pathsBelow({ paths }: Repository, folder: string): readonly string[] {
  if (folder === '.') return paths;
  const prefix = `${folder}/`;
  let low = 0;
  for (let high = paths.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (paths[middle]! < prefix) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < paths.length && paths[end]!.startsWith(prefix)) end++;
  return paths.slice(low, end);
}

export function relativeTo(folder: string, path: string): string {
  return folder === '.' ? path : path.slice(folder.length + 1);
}
