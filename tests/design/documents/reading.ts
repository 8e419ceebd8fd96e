import { posix } from 'node:path';
import type { Files } from '../../../src/design/target.ts';

/** Links of a page, as paths of the repository. Those to other places are left out. */
export function linkedPaths(page: string, text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => posix.normalize(posix.join(posix.dirname(page), target.replace(/#.*/, ''))));
}

/** Paths of the repository that a page names, in its text and its commands. */
export function namedPaths(text: string): string[] {
  const found = text.matchAll(
    /(?<![\w/.-])((?:terraform|kubernetes|gitops|policy|observability|docs|\.github|\.gitlab)\/[\w./-]*\w)/g,
  );
  return [...new Set([...found].map(([path]) => path))];
}

/** Whether a path is a file, or a folder of files. */
export function isThere(files: Files, path: string): boolean {
  return files.has(path) || [...files.keys()].some((file) => file.startsWith(`${path}/`));
}

/** What is wrong with the Mermaid of a page, by the part of its grammar that we write. */
export function mermaidFaults(text: string): string[] {
  return [...text.matchAll(/```mermaid\n([\s\S]*?)```/g)].flatMap(([, chart]) => chartFaults(chart!));
}

function chartFaults(chart: string): string[] {
  const [head, ...lines] = chart.trimEnd().split('\n');
  const drawn = new Set<string>();
  const faults = /^flowchart (LR|TB)$/.test(head!) ? [] : [head!];
  let open = 0;
  for (const line of lines) {
    const label = '"[^"\\n]+"';
    const node = new RegExp(
      `^ +(\\w+)(\\[${label}\\]|\\[\\(${label}\\)\\]|\\(\\[${label}\\]\\)|\\[\\[${label}\\]\\])$`,
    ).exec(line);
    const group = new RegExp(`^ +subgraph (\\w+)\\[${label}\\]$`).exec(line);
    const edge = new RegExp(`^ {2}(\\w+) -->(?:\\|${label}\\|)? (\\w+)$`).exec(line);
    if (group) open++;
    if (group || node) {
      const id = (group ?? node)![1]!;
      if (drawn.has(id) || id === 'end') faults.push(`${id} is drawn twice, or is a word of Mermaid`);
      drawn.add(id);
    } else if (/^ +end$/.test(line)) open--;
    else if (edge) {
      if (!drawn.has(edge[1]!) || !drawn.has(edge[2]!)) faults.push(`not drawn: ${line}`);
    } else faults.push(line);
  }
  return open === 0 ? faults : [...faults, 'a group is not closed'];
}
