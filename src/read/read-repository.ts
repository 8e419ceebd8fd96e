import type { Repository } from '../model/repository.ts';
import type { Resource, Unit } from '../model/resource.ts';
import { isDockerfile } from './dockerfile/file-name.ts';
import { placeOf } from './github-actions/file-name.ts';
import { isPipeline } from './gitlab-ci/file-name.ts';
import type { Reader, Reading, ReadOptions } from './reader.ts';

/** What all readers together made of a repository. */
export interface RepositoryReading {
  readonly units: readonly Unit[];
  readonly resources: readonly Resource[];
  readonly files: ReadonlySet<string>;
}

/** A reader, loaded when a path says that it has work. */
interface Entry {
  /** whether the reader may have an interest in a path; cheap, and may say yes too often */
  readonly mayClaim: (path: string) => boolean;
  readonly load: () => Promise<Reader>;
}

const entries: readonly Entry[] = [
  {
    mayClaim: (path) => /\.(tf|tofu|tfvars)(\.json)?$|(^|\/)terragrunt(\.stack)?\.hcl$/.test(path),
    load: async () => (await import('./terraform/terraform-reader.ts')).terraformReader,
  },
  {
    mayClaim: (path) => /(^|\/)(kustomization\.ya?ml|Kustomization)$/.test(path),
    load: async () => (await import('./kustomize/kustomize-reader.ts')).kustomizeReader,
  },
  {
    mayClaim: (path) => /(^|\/)Chart\.yaml$/.test(path),
    load: async () => (await import('./helm/helm-reader.ts')).helmReader,
  },
  {
    mayClaim: (path) => /\.(ya?ml|json)$/.test(path),
    load: async () => (await import('./kubernetes/kubernetes-reader.ts')).kubernetesReader,
  },
  {
    mayClaim: isDockerfile,
    load: async () => (await import('./dockerfile/dockerfile-reader.ts')).dockerfileReader,
  },
  {
    mayClaim: (path) => placeOf(path) !== undefined,
    load: async () => (await import('./github-actions/github-actions-reader.ts')).githubActionsReader,
  },
  {
    mayClaim: (path) => isPipeline(path),
    load: async () => (await import('./gitlab-ci/gitlab-ci-reader.ts')).gitlabCiReader,
  },
];

/**
 * Reads every file that some reader understands. Readers that have nothing to do are not even loaded; one that fails is told,
 * and what the others have read is kept.
 */
export async function readRepository(
  repository: Repository,
  options: ReadOptions,
): Promise<RepositoryReading> {
  const wanted = entries.filter(({ mayClaim }) => repository.paths.some(mayClaim));
  // all are there before one begins, or the order of problems would hang on which file the disk gives first
  const readers = await Promise.all(wanted.map(({ load }) => load()));
  return join(await Promise.all(readers.map((reader) => readWith(reader, repository, options))));
}

async function readWith(reader: Reader, repository: Repository, options: ReadOptions): Promise<Reading> {
  try {
    return await reader.read(repository, options);
  } catch (error) {
    const message = `the reader of ${reader.name} failed, and nothing that it reads is judged; this is a fault of Plinth: ${error instanceof Error ? error.message : String(error)}`;
    repository.report({ kind: 'internal', message, path: '.' });
    return { units: [], resources: [], files: [] };
  }
}

function join(readings: readonly Reading[]): RepositoryReading {
  const files = new Set<string>();
  for (const reading of readings) for (const path of reading.files) files.add(path);
  return {
    units: readings.flatMap(({ units }) => units),
    resources: readings.flatMap(({ resources }) => resources),
    files,
  };
}
