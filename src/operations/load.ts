import { buildGraph } from '../graph/build.ts';
import type { Graph } from '../graph/graph.ts';
import { openRepository } from '../host/disk-repository.ts';
import type { Repository } from '../model/repository.ts';
import { readRepository } from '../read/read-repository.ts';
import { count } from '../report/wording.ts';
import type { Problems, VerifyOptions } from './options.ts';
import { requireFolder } from './require-folder.ts';
import type { Settings } from './settings.ts';

export interface Loaded {
  readonly repository: Repository;
  readonly graph: Graph;
  readonly filesRead: ReadonlySet<string>;
}

/** Opens a folder, reads all that is in it, and links it into one graph. @throws UserError where there is no such folder */
export async function loadRepository(
  folder: string,
  settings: Settings,
  options: Pick<VerifyOptions, 'render' | 'onProgress'>,
  problems: Problems,
): Promise<Loaded> {
  const repository = open(folder, settings, problems);
  return readAndLink(repository, settings, options);
}

/** The same for a repository that is open already. */
export async function readAndLink(
  repository: Repository,
  { varFiles, vars, kubernetesVersion, policy }: Settings,
  { render = true, onProgress }: Pick<VerifyOptions, 'render' | 'onProgress'>,
): Promise<Loaded> {
  onProgress?.(`reading ${count(repository.paths.length, 'file')}`);
  const reading = await readRepository(onProgress ? tellingOfTools(repository, onProgress) : repository, {
    varFiles,
    vars,
    kubernetesVersion,
    render,
    environmentOf: policy.environmentOf,
  });
  onProgress?.('linking');
  return {
    repository,
    graph: buildGraph(reading.units, reading.resources, repository.paths, repository.report),
    filesRead: reading.files,
  };
}

/** Tools take the most time where they are called, so each call is told. */
function tellingOfTools(repository: Repository, tell: (stage: string) => void): Repository {
  let calls = 0;
  return {
    ...repository,
    run(tool, args, limits) {
      calls++;
      tell(`rendering overlays and charts (${tool}, ${calls})`);
      return repository.run(tool, args, limits);
    },
  };
}

/** @throws UserError where there is no such folder */
export function open(folder: string, { policy }: Settings, problems: Problems): Repository {
  requireFolder(folder);
  return openRepository(folder, problems.add, { includes: policy.covers });
}
