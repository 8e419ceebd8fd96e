import type { Example } from '../../src/checks/check.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Problem } from '../../src/model/problem.ts';
import { readRepository } from '../../src/read/read-repository.ts';
import { memoryRepository } from './memory-repository.ts';

/** Where a lone example text of each family of checks stands. */
const usualFile: Readonly<Record<string, string>> = {
  kubernetes: 'manifests.yaml',
  dockerfile: 'Dockerfile',
  'github-actions': '.github/workflows/workflow.yml',
  'gitlab-ci': '.gitlab-ci.yml',
  terraform: 'main.tf',
  aws: 'main.tf',
  azure: 'main.tf',
  gcp: 'main.tf',
  contracts: 'manifests.yaml',
};

/** An example as the files of a repository. */
export function filesOf(id: string, example: Example): Readonly<Record<string, string>> {
  return typeof example === 'string'
    ? { [usualFile[id.split('/')[0]!] ?? 'manifests.yaml']: example }
    : example;
}

/** Reads files as a whole repository would be read. */
export async function readFiles(
  files: Readonly<Record<string, string>>,
): Promise<{ graph: Graph; problems: readonly Problem[] }> {
  const repository = memoryRepository(files);
  const reading = await readRepository(repository, {
    varFiles: [],
    vars: {},
    kubernetesVersion: '1.33',
    render: false,
  });
  return {
    graph: buildGraph(reading.units, reading.resources, repository.paths),
    problems: repository.problems,
  };
}
