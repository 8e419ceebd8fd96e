import type { Environment, StateBoundary } from './environment.ts';
import type { HclMap } from './hcl/value.ts';
import { nameIn } from './names.ts';

/** The region that a root is applied in, and the bucket of its state, which is there too. */
export function placeOfState(
  { region, stateBucket, recovery }: Pick<Environment, 'region' | 'stateBucket' | 'recovery'>,
  { inRecovery }: StateBoundary,
): { readonly region: string; readonly bucket: string } {
  return inRecovery && recovery
    ? { region: recovery.region, bucket: recovery.stateBucket }
    : { region, bucket: stateBucket };
}

/** The name of the key that states are encrypted with, in the region that they are in. */
export function stateKeyName(environment: Environment, inRecovery: boolean): string {
  return nameIn(environment, environment.system, inRecovery ? 'state-recovery-key' : 'state-key');
}

/**
 * How a root keeps its state. Where no key is named, Terraform asks S3 for its own one, whatever the bucket says.
 * Source: developer.hashicorp.com, backend s3, encrypt and kms_key_id.
 */
export function backendOf(
  environment: Environment,
  place: { readonly bucket: string; readonly region: string; readonly key: string },
): HclMap {
  return {
    ...place,
    encrypt: true,
    kms_key_id: `alias/${stateKeyName(environment, place.region !== environment.region)}`,
    use_lockfile: true,
  };
}

/** Roots that pipelines plan and apply. */
export function statesOfPipeline({ states }: Pick<Environment, 'states'>): readonly StateBoundary[] {
  return states.filter(({ onLoss }) => !onLoss);
}

/** Roots that have to be applied before another: what it reads, and before copies what they are made of. */
export function statesBefore(
  environment: Pick<Environment, 'states'>,
  state: StateBoundary,
): StateBoundary[] {
  return environment.states.filter(
    (one) => state.reads.includes(one.name) || (state.name === 'recovery' && !one.inRecovery),
  );
}
