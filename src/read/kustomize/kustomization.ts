import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Repository } from '../../model/repository.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { groupOf } from '../kubernetes/api-version.ts';

/** A file or folder that a kustomization names. */
export interface Reference {
  /**
   * `resources`: objects or another kustomization; `components`: a component; `patches`: a file of patches;
   * `plugins`: a generator, transformer or validator; `data`: a file that only lends its content
   */
  readonly use: 'resources' | 'components' | 'patches' | 'plugins' | 'data';
  /** as it is written */
  readonly target: string;
  readonly node: Node;
}

export interface Kustomization {
  /** path of its file */
  readonly path: string;
  /** its folder, `.` for the top */
  readonly folder: string;
  readonly body: Node;
  readonly isComponent: boolean;
  readonly references: readonly Reference[];
}

export const kustomizationName = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;

/** Reads a kustomization; `undefined` where the file is missing, broken (which is reported), or of another tool, such as Flux. */
export function readKustomization(repository: Repository, path: string): Kustomization | undefined {
  const file = repository.read(path);
  if (!file) return undefined;
  const { documents, problems } = parseYaml(file);
  const body = documents.find(({ content }) => content instanceof Mapping);
  const apiVersion = body?.peek('apiVersion')?.content;
  const group = typeof apiVersion === 'string' ? groupOf(apiVersion) : 'kustomize.config.k8s.io';
  if (group !== 'kustomize.config.k8s.io') return undefined;
  for (const problem of problems) repository.report(problem);
  if (!body) return undefined;
  const slash = path.lastIndexOf('/');
  return {
    path,
    folder: slash < 0 ? '.' : path.slice(0, slash),
    body,
    isComponent: body.peek('kind')?.content === 'Component',
    references: referencesOf(body),
  };
}

/** Source: the Kustomization file reference of kubectl's SIG CLI; `bases` and the other old names are still read. */
function referencesOf(body: Node): readonly Reference[] {
  const references: Reference[] = [];
  const add = (
    use: Reference['use'],
    node: Node | undefined,
    cut: (text: string) => string = (text) => text,
  ) => {
    if (typeof node?.content === 'string') references.push({ use, target: cut(node.content), node });
  };
  for (const key of ['resources', 'bases']) for (const node of items(body, key)) add('resources', node);
  for (const node of items(body, 'components')) add('components', node);
  for (const key of ['patches', 'patchesJson6902'])
    for (const patch of items(body, key)) add('patches', patch.peek('path'));
  for (const node of items(body, 'patchesStrategicMerge')) if (!isInline(node)) add('patches', node);
  for (const key of ['generators', 'transformers', 'validators'])
    for (const node of items(body, key)) if (!isInline(node)) add('plugins', node);
  for (const key of ['configMapGenerator', 'secretGenerator'])
    for (const generator of items(body, key)) {
      for (const node of items(generator, 'files')) add('data', node, afterKey);
      for (const node of items(generator, 'envs')) add('data', node);
      add('data', generator.peek('env'));
    }
  for (const key of ['crds', 'configurations']) for (const node of items(body, key)) add('data', node);
  for (const replacement of items(body, 'replacements')) add('data', replacement.peek('path'));
  add('data', body.peek('openapi', 'path'));
  return references;
}

/** The items of a list of the kustomization, none where there is no such list. */
export function items(node: Node, key: string): readonly Node[] {
  const content = node.peek(key)?.content;
  return Array.isArray(content) ? (content as readonly Node[]) : [];
}

/** Whether a list item holds YAML itself instead of naming a file. */
export function isInline({ content }: Node): boolean {
  return typeof content !== 'string' || content.includes('\n');
}

/** `files` may say under which key a file is kept: `nginx.conf=conf/nginx.conf`. */
function afterKey(text: string): string {
  return text.slice(text.indexOf('=') + 1);
}
