import { buildGraph } from '../graph/build.ts';
import type { Graph } from '../graph/graph.ts';
import { openRepository } from '../host/disk-repository.ts';
import type { Repository } from '../model/repository.ts';
import { readRepository } from '../read/read-repository.ts';
import { type Problems, UserError, type VerifyOptions } from './options.ts';

/** The API version that manifests are held against where nobody says another. */
export const defaultKubernetesVersion = '1.33';

export interface Loaded {
  readonly repository: Repository;
  readonly graph: Graph;
  readonly filesRead: ReadonlySet<string>;
}

/** Opens a folder, reads all that is in it, and links it into one graph. @throws UserError where there is no such folder */
export async function loadRepository(
  folder: string,
  options: VerifyOptions,
  problems: Problems,
): Promise<Loaded> {
  const repository = open(folder, options, problems);
  options.onProgress?.('reading');
  const reading = await readRepository(repository, {
    varFiles: options.varFiles ?? [],
    vars: options.vars ?? {},
    kubernetesVersion: options.kubernetesVersion ?? defaultKubernetesVersion,
    render: options.render ?? true,
  });
  options.onProgress?.('linking');
  return { repository, graph: buildGraph(reading.units, reading.resources), filesRead: reading.files };
}

function open(folder: string, _options: VerifyOptions, problems: Problems): Repository {
  try {
    return openRepository(folder, problems.add);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new UserError(`there is no folder ${folder}`);
    if (code === 'ENOTDIR') throw new UserError(`${folder} is a file`, 'give the folder that it is in');
    throw error;
  }
}
