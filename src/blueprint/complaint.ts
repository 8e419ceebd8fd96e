import type { Node } from '../model/node.ts';

/** What is wrong with a blueprint, and at which key. */
export interface Complaint {
  readonly path: readonly (string | number)[];
  /** what is wrong, why it matters, what to do */
  readonly message: string;
}

/** Where a complaint is shown: what came from a file that the blueprint imports is at that import. */
export function shownAt(document: Node, path: Complaint['path']): Complaint['path'] {
  const [part, name] = path;
  const imports = document.peek('imports');
  const isImported =
    imports !== undefined &&
    (part === 'services' || part === 'datastores') &&
    name !== undefined &&
    document.peek(part)?.peek(name) === undefined;
  if (!isImported) return path;
  return Array.isArray(imports.content) && imports.content.length === 1 ? ['imports', 0] : ['imports'];
}
