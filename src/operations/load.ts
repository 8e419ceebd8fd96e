import { buildGraph } from '../graph/build.ts';
import type { Graph } from '../graph/graph.ts';
import { openRepository } from '../host/disk-repository.ts';
import type { Repository } from '../model/repository.ts';
import { readRepository } from '../read/read-repository.ts';
import { type Problems, UserError, type VerifyOptions } from './options.ts';
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
  onProgress?.('reading');
  const reading = await readRepository(repository, {
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

export function open(folder: string, { policy }: Settings, problems: Problems): Repository {
  try {
    return openRepository(folder, problems.add, { includes: policy.covers });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`there is no folder ${folder}`);
    if (code === 'EACCES' || code === 'EPERM')
      throw new UserError(`the folder ${folder} cannot be opened`, 'check its permissions');
    if (code === 'ELOOP') throw new UserError(`${folder} is a symbolic link that leads back to itself`);
    if (code === 'ENOTDIR') throw new UserError(`${folder} is a file`, 'give the folder that it is in');
    throw error;
  }
}
