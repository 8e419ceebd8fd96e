import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import { hostedIn, isArchived } from '../hosted.ts';
import type { ManifestSource } from '../kubernetes/sources.ts';
import type { Addon } from './addon.ts';
import { folderOfDatastore } from './platform-folders.ts';
import { activationFolder } from './repository.ts';

/** What a standby gets only once it is in use. */
export interface Held {
  /** what watches comes with what is watched */
  readonly addon: (addon: Addon) => boolean;
  readonly folder: (name: string) => boolean;
  readonly source: (source: ManifestSource) => boolean;
}

const nothing: Held = { addon: () => false, folder: () => false, source: () => false };

/** Held back in a cluster: in a standby that only waits all workloads, in one that runs those that would work twice. */
export function heldIn({ platform }: Architecture, environment: Environment): Held {
  const { standsFor, jobs } = environment;
  if (standsFor === undefined) return nothing;
  switch (platform.recovery) {
    case 'pilot-light': {
      const begins = beginningThere(environment);
      return {
        addon: ({ valuesKeptIn }) => valuesKeptIn !== undefined,
        folder: (name) => name === 'observability' || begins.includes(name),
        source: ({ kind }) => kind === 'workload',
      };
    }
    case 'warm-standby':
      return {
        ...nothing,
        source: ({ kind, name }) => kind === 'workload' && jobs.some((one) => one.name === name),
      };
    // it is brought up only when it is in use
    case 'backup-restore':
      return nothing;
  }
}

/** Clusters that are delivered to: those of environments, and of what stands ready for them. */
export function deliveredTo({ environments }: Architecture): Environment[] {
  return environments
    .flatMap((one) => (one.standby ? [one, one.standby] : [one]))
    .filter(({ cluster }) => cluster);
}

/** Whether anything is held back. */
export function holdsBack(architecture: Architecture, environment: Environment): boolean {
  const { standsFor, jobs } = environment;
  const { recovery } = architecture.platform;
  return (
    standsFor !== undefined &&
    (recovery === 'pilot-light' || (recovery === 'warm-standby' && jobs.length > 0))
  );
}

/** Folders of databases that begin from copies of their archives: the later, the more is in those. */
function beginningThere(environment: Environment): readonly string[] {
  return hostedIn(environment).filter(isArchived).map(folderOfDatastore);
}

/** How the rest is delivered, from a machine that reaches the API of the cluster. */
export function activateCommand(environment: Environment): string {
  return `kubectl apply --server-side --filename ${activationFolder(environment)}/activate.yaml`;
}
