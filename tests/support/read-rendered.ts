import { rmSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { openRepository } from '../../src/host/disk-repository.ts';
import type { Problem } from '../../src/model/problem.ts';
import { readRepository } from '../../src/read/read-repository.ts';
import { writtenFolder } from './written-folder.ts';

/** Reads files as `plinth verify` would: overlays and charts are rendered by the real tools. */
export async function readRendered(
  files: ReadonlyMap<string, string>,
): Promise<{ graph: Graph; problems: readonly Problem[] }> {
  const folder = writtenFolder(files);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const problems: Problem[] = [];
  const repository = openRepository(folder, (problem) => problems.push(problem));
  const { units, resources } = await readRepository(repository, {
    varFiles: [],
    vars: {},
    kubernetesVersion: '1.33',
    render: true,
  });
  return { graph: buildGraph(units, resources, repository.paths), problems };
}
