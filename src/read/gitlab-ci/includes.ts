import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import { meetsPath } from '../../syntax/wildcard.ts';

/** One entry of `include`. */
export interface Include {
  readonly at: Node;
  readonly kind: 'local' | 'remote' | 'project' | 'template' | 'component' | 'other';
  /** the path, address or name that it gives */
  readonly target: string;
}

const kinds = ['local', 'remote', 'project', 'template', 'component'] as const;

/** What a pipeline includes. Source: docs.gitlab.com/ci/yaml, `include`: a word alone is an address or a local file. */
export function includesOf(body: Node): readonly Include[] {
  const include = body.peek('include');
  if (!include) return [];
  const items = Array.isArray(include.content) ? (include.content as readonly Node[]) : [include];
  return items.flatMap((at): Include[] => {
    if (typeof at.content === 'string')
      return [{ at, kind: /^https?:/.test(at.content) ? 'remote' : 'local', target: at.content }];
    if (!(at.content instanceof Mapping)) return [];
    const kind = kinds.find((name) => at.peek(name));
    const target = kind && at.peek(kind)?.content;
    return [{ at, kind: kind ?? 'other', target: typeof target === 'string' ? target : '' }];
  });
}

/** The files of a repository that a local include means; `*` stands for a name, `**` for folders. */
export function filesMeant(target: string, root: string, paths: readonly string[]): readonly string[] {
  const path = (root === '.' ? '' : `${root}/`) + target.replace(/^\.?\//, '');
  if (!path.includes('*')) return paths.includes(path) ? [path] : [];
  return paths.filter((candidate) => meetsPath(path, candidate));
}
