import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from './read-text.ts';

const named = /^(score|.+\.score)\.ya?ml$/;

/** Workloads in Score files in a folder and in those right below it, by their paths from it. */
export function findScoreFiles(folder: string): string[] {
  const isWorkload = (path: string): boolean => {
    const read = readText(join(folder, path));
    return 'text' in read && /^apiVersion:\s*["']?score\.dev\//m.test(read.text);
  };
  const here = list(folder);
  const below = here
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .flatMap(({ name }) =>
      list(join(folder, name)).map((entry) => ({ entry, path: `${name}/${entry.name}` })),
    );
  return [...here.map((entry) => ({ entry, path: entry.name })), ...below]
    .filter(({ entry, path }) => entry.isFile() && named.test(entry.name) && isWorkload(path))
    .map(({ path }) => path)
    .sort();
}

function list(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
