import type { Node } from '../model/node.ts';

/** What `uses` names. */
export interface ActionReference {
  readonly node: Node;
  readonly kind: 'repository' | 'local' | 'image';
  /** lower case, as GitHub compares it: `actions/checkout`; the path or the image for the other kinds */
  readonly repository: string;
  /** inside the repository: `.github/workflows/build.yml` */
  readonly path: string | undefined;
  /** what follows the `@`: a branch, a tag or a commit */
  readonly ref: string | undefined;
  /** a full commit hash */
  readonly isPinned: boolean;
}

/** Reads `owner/repository/path@ref`, `./path` or `docker://image`. Source: docs.github.com/actions, `jobs.<id>.steps[*].uses`. */
export function readActionReference(node: Node): ActionReference {
  const text = String(node.content).trim();
  if (text.startsWith('docker://'))
    return {
      node,
      kind: 'image',
      repository: text.slice('docker://'.length),
      path: undefined,
      ref: undefined,
      isPinned: /@sha256:[0-9a-f]{64}$/.test(text),
    };
  if (text.startsWith('./') || text.startsWith('../') || text === '.')
    return { node, kind: 'local', repository: text, path: text, ref: undefined, isPinned: true };
  const at = text.lastIndexOf('@');
  const name = at < 0 ? text : text.slice(0, at);
  const ref = at < 0 ? undefined : text.slice(at + 1);
  const [owner = '', repository = '', ...path] = name.split('/');
  return {
    node,
    kind: 'repository',
    repository: `${owner}/${repository}`.toLowerCase(),
    path: path.length > 0 ? path.join('/') : undefined,
    ref,
    isPinned: ref !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref),
  };
}

/** The first number of a version: 4 of `@v4.2.1`, also where a comment tells that of a commit; undefined for branches. */
export function majorOf({ ref, node, isPinned }: ActionReference): number | undefined {
  const { text } = node.file;
  const said = isPinned
    ? /^["']?[ \t]*#[ \t]*(?:tag=)?(v?\d[\w.]*)/.exec(text.slice(node.end, node.end + 60))?.[1]
    : ref;
  const found = /^v?(\d+)(?:\.|$)/.exec(said ?? '');
  return found ? Number(found[1]) : undefined;
}
