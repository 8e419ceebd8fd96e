import { problemAt } from '../../config/validate.ts';
import type { Node } from '../../model/node.ts';
import type { Problem } from '../../model/problem.ts';
import { identifier } from '../names.ts';
import type { Files } from '../target.ts';

const parts = ['services', 'jobs', 'functions', 'datastores'] as const;

/**
 * Names of a blueprint that a root of Terraform would hold twice, since what is made for them is called after them, and so
 * is a part of the platform itself, or what belongs to another name. Terraform takes no such root.
 * @param source the blueprint's document, to point at its lines
 */
export function labelClashes(files: Files, source: Node): readonly Problem[] {
  const blamed = new Map<string, Problem>();
  for (const [root, label] of declaredTwice(files)) {
    const found = namesIn(source).filter(({ id }) => label === id || label.startsWith(`${id}_`));
    // the longest is the one that could be called otherwise
    const { part, name } = found.sort((a, b) => b.id.length - a.id.length)[0] ?? {};
    const path = part && name ? [part, name] : [];
    const what = name ?? label;
    if (!blamed.has(what))
      blamed.set(
        what,
        problemAt(
          source,
          path,
          `${what} cannot be called so: ${root} has another ${label} already, and Terraform takes a name once. Call it ${what}-${part?.slice(0, -1) ?? 'own'}, or the like`,
        ),
      );
  }
  return [...blamed.values()];
}

function declaredTwice(files: Files): (readonly [root: string, label: string])[] {
  const seen = new Set<string>();
  const twice: (readonly [string, string])[] = [];
  for (const [path, text] of files) {
    if (!/^terraform\/environments\/.*\.tf$/.test(path)) continue;
    const root = path.slice(0, path.lastIndexOf('/'));
    for (const [head, , label] of text.matchAll(/^(module|resource "\w+"|data "\w+") "(\w+)"/gm)) {
      const key = `${root} ${head}`;
      if (seen.has(key)) twice.push([root, label!]);
      seen.add(key);
    }
  }
  return twice;
}

function namesIn(source: Node): { readonly part: string; readonly name: string; readonly id: string }[] {
  return parts.flatMap((part) =>
    (source.peek(part)?.entries() ?? []).map(([name]) => ({ part, name, id: identifier(name) })),
  );
}
