import type { Environment, StateBoundary } from './environment.ts';

/** The region that a root is applied in, and the bucket of its state, which is there too. */
export function placeOfState(
  { region, stateBucket, recovery }: Pick<Environment, 'region' | 'stateBucket' | 'recovery'>,
  { inRecovery }: StateBoundary,
): { readonly region: string; readonly bucket: string } {
  return inRecovery && recovery
    ? { region: recovery.region, bucket: recovery.stateBucket }
    : { region, bucket: stateBucket };
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
