import { Mapping } from '../../model/mapping.ts';
import type { Node, Path } from '../../model/node.ts';

/** A node in the tree of its file: with what it stands in. */
export interface Located {
  readonly node: Node;
  /** `undefined` for a document */
  readonly parent?: Located;
  /** key in the parent's map, or index in its list */
  readonly key?: string | number;
  /** which document of the file */
  readonly document: number;
}

/** Finds the node of a range among the documents of a file; `undefined` where there is none, or it stands for an alias. */
export function locate(
  documents: readonly Node[],
  { start, end }: { readonly start: number; readonly end: number },
): Located | undefined {
  const document = documents.findIndex((one) => one.start <= start && end <= one.end);
  if (document < 0) return undefined;
  let at: Located = { node: documents[document]!, document };
  while (at.node.start !== start || at.node.end !== end) {
    const child = childAround(at, start, end);
    if (!child) return undefined;
    at = child;
  }
  return at;
}

function childAround(parent: Located, start: number, end: number): Located | undefined {
  for (const child of childrenOf(parent)) {
    const { node } = child;
    if (node.start <= start && end <= node.end) return child;
  }
  return undefined;
}

/** What stands in a map or list, in the order of the text; what an alias or merge key brings in is not there. */
export function childrenOf(parent: Located): Located[] {
  const { content, start, end } = parent.node;
  const keys = content instanceof Mapping ? content.keys : undefined;
  const nodes =
    content instanceof Mapping ? content.nodes : Array.isArray(content) ? (content as readonly Node[]) : [];
  return nodes
    .map((node, at): Located => ({ node, parent, key: keys ? keys[at]! : at, document: parent.document }))
    .filter(({ node }) => start <= node.keyStart && node.end <= end)
    .sort((a, b) => a.node.start - b.node.start);
}

/** The way from the document to a node. */
export function pathOf(located: Located): Path {
  const path: (string | number)[] = [];
  for (let at: Located | undefined = located; at?.parent; at = at.parent) path.unshift(at.key!);
  return path;
}

export function isCollection(node: Node): boolean {
  return node.content instanceof Mapping || Array.isArray(node.content);
}

/** Whether a collection is written in brackets. */
export function isFlow({ file: { text }, start }: Node): boolean {
  return text[start] === '{' || text[start] === '[';
}

/** Whether a node stands in brackets. */
export function isInFlow(located: Located): boolean {
  for (let at = located.parent; at; at = at.parent) if (isFlow(at.node)) return true;
  return false;
}
