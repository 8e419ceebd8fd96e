import { joinPath } from '../../src/read/terraform/language/functions/path-text.ts';
import type { Files } from '../../src/read/terraform/language/scope.ts';

/** Files as functions see them, from texts by path. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  const at = (path: string) => joinPath('.', path);
  return {
    read: (path) => texts[at(path)],
    has: (path) => texts[at(path)] !== undefined,
    list: (folder) => {
      const start = at(folder) === '.' ? '' : `${at(folder)}/`;
      return Object.keys(texts)
        .filter((path) => path.startsWith(start))
        .map((path) => path.slice(start.length));
    },
  };
}
