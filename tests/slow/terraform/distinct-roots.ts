import type { Environment } from '../../../src/design/environment.ts';
import type { Files } from '../../../src/design/target.ts';

/**
 * Roots that have a test, but one only of those that call the same modules with the same arguments: environments differ
 * by sizes.
 * @param environments production last: of roots that are alike its own is taken
 */
export function distinctRoots(files: Files, environments: readonly Environment[]): readonly string[] {
  const roots = [...files.keys()].flatMap(
    (path) => path.match(/^(.*)\/tests\/plan\.tftest\.hcl$/)?.[1] ?? [],
  );
  const rank = (root: string) => environments.findIndex(({ name }) => root.split('/').includes(name));
  const shapes = new Map<string, string>();
  for (const root of roots.sort((a, b) => rank(a) - rank(b))) {
    const own = [...files].filter(([path]) => path.startsWith(`${root}/`) && !path.includes('/tests/'));
    const shape = own.map(([path, text]) => `${path.slice(root.length)}\n${namesIn(text)}`).join('\n');
    shapes.set(shape, root);
  }
  return [...shapes.values()];
}

/** Blocks and the names of their attributes, without values. */
function namesIn(text: string): string {
  return [...text.matchAll(/^ *(?:(?:module|resource|data|provider) .*|\w+(?= +=))/gm)].join('\n');
}
