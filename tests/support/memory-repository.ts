import type { Problem } from '../../src/model/problem.ts';
import type { Repository, ToolRun } from '../../src/model/repository.ts';
import { SourceFile } from '../../src/model/source-file.ts';

/** A tool as a test plays it: gets the arguments, answers as the host would. */
export type FakeTool = (args: readonly string[]) => ToolRun | Promise<ToolRun>;

export interface MemoryRepository extends Repository {
  /** what was reported so far */
  readonly problems: readonly Problem[];
  /** calls of tools so far: `kubectl kustomize overlays/prod` */
  readonly calls: readonly string[];
}

/**
 * A repository of texts by path, for tests. Reading a path twice gives the same `SourceFile`, as the host does.
 * Tools that are not given are missing.
 */
export function memoryRepository(
  files: Readonly<Record<string, string>>,
  tools: Readonly<Record<string, FakeTool>> = {},
  unseen: readonly string[] = [],
): MemoryRepository {
  const texts = new Map(Object.entries(files));
  const read = new Map<string, SourceFile>();
  const problems: Problem[] = [];
  const calls: string[] = [];
  return {
    root: '/repository',
    paths: [...texts.keys()].sort(),
    unseen,
    problems,
    calls,
    list: (folder) =>
      [...texts.keys()]
        .filter((path) => path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/'))
        .map((path) => path.slice(folder.length + 1))
        .sort(),
    has: (path) => texts.has(path),
    read(path) {
      const text = texts.get(path);
      if (text === undefined) return undefined;
      const file = read.get(path) ?? new SourceFile(path, text);
      read.set(path, file);
      return file;
    },
    async run(tool, args) {
      calls.push([tool, ...args].join(' '));
      return (await tools[tool]?.(args)) ?? { outcome: 'missing' };
    },
    report: (problem) => {
      problems.push(problem);
    },
  };
}
