import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Repository } from '../../model/repository.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { Problems, Unreadable } from '../../syntax/yaml/document.ts';
import { parseFully } from '../../syntax/yaml/full-parser.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { isInline, items } from './kustomization.ts';
import type { Overlay } from './kustomization-tree.ts';

/** A patch of a kustomization, with what it is meant for. */
export interface Patch {
  /** a partial object (strategic merge), or a list of operations (RFC 6902) */
  readonly body: Node;
  /** `target` of the kustomization; without it a partial object names its own */
  readonly target: Node | undefined;
}

/** The patches of one kustomization in the order in which they are applied. Broken ones are left to the tool to report. */
export function patchesOf(repository: Repository, { kustomization, files }: Overlay): readonly Patch[] {
  const { body } = kustomization;
  const patches: Patch[] = [];
  const fileOf = (reference: Node | undefined) => {
    const path = files.find((file) => file.reference.node === reference)?.path;
    return path === undefined ? undefined : repository.read(path);
  };
  const add = (documents: readonly Node[], target?: Node) => {
    for (const document of documents) patches.push({ body: document, target });
  };
  for (const node of items(body, 'patchesStrategicMerge'))
    add(isInline(node) ? parseInline(node) : parseWhole(fileOf(node)));
  for (const key of ['patchesJson6902', 'patches'])
    for (const entry of items(body, key)) {
      const inline = entry.peek('patch');
      add(inline ? parseInline(inline) : parseWhole(fileOf(entry.peek('path'))), entry.peek('target'));
    }
  return patches;
}

function parseWhole(file: SourceFile | undefined): readonly Node[] {
  return file ? parseYaml(file).documents : [];
}

/** Parses YAML that stands in a block of a kustomization, in place. Quoted text has no places of its own and gives nothing. */
function parseInline(node: Node): readonly Node[] {
  if (node.content instanceof Mapping || Array.isArray(node.content)) return [node];
  const { text } = node.file;
  const line = text.indexOf('\n', node.start) + 1;
  if (text[node.start] !== '|' || line === 0 || line > node.end) return [];
  try {
    return parseFully(node.file, line, node.end, 'kubernetes', new Problems(node.file));
  } catch (error) {
    if (error instanceof Unreadable) return [];
    throw error;
  }
}
