import type { Graph } from '../graph.ts';

/** A folder as a tool names it (`./apps/prod/`), without what does not matter. */
export function plainFolder(path: string): string {
  return path.replace(/^(?:\.?\/)+/, '').replace(/\/+$/, '');
}

/** Whether the repository has a folder. */
export function holdsFolder(graph: Graph, path: string): boolean {
  const folder = plainFolder(path);
  if (folder === '' || folder === '.') return true;
  return folders(graph).has(folder);
}

function folders(graph: Graph): ReadonlySet<string> {
  return graph.derive(folders, () => {
    const found = new Set<string>();
    for (const path of graph.paths)
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
        const folder = path.slice(0, at);
        if (found.has(folder)) break;
        found.add(folder);
      }
    return found;
  });
}
