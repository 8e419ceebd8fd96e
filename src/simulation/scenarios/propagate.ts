import type { Dependency } from '../platform/dependencies.ts';
import type { Platform } from '../platform/platform.ts';
import type { Workload } from '../platform/workload.ts';
import { type Duration, type Outcome, worse } from './outcome.ts';

/** Something that does not answer, with the reason. */
export interface Failed {
  readonly why: readonly string[];
  readonly duration?: Duration;
}

/**
 * Lets what does not answer be felt by those that call it, directly or through others. What can do without was said by the user;
 * cycles end where a workload is impaired already.
 */
export function propagate(
  platform: Platform,
  own: readonly Outcome[],
  failed: (to: Dependency['to']) => Failed | undefined,
): readonly Outcome[] {
  const outcomes = new Map(own.map((one) => [one.workload, one]));
  const callers = callersOf(platform);
  const queue: { workload: Workload; felt: Failed }[] = [];
  const feel = ({ from, through, optional }: Dependency, name: string, felt: Failed) => {
    if (optional) return;
    const known = outcomes.get(from);
    if (known && !worse('impaired', known.state)) return;
    const why = [...felt.why, `${from.address} calls ${name} (${through})`];
    const before = known?.before ?? from.replicas;
    outcomes.set(from, {
      workload: from,
      before,
      left: known?.left ?? before,
      restored: known?.restored ?? before,
      needed: known?.needed ?? from.enough,
      state: 'impaired',
      why,
      ...(felt.duration ? { duration: felt.duration } : {}),
      ...(known?.byLuck ? { byLuck: known.byLuck } : {}),
      ...(known?.blocks ? { blocks: known.blocks } : {}),
    });
    queue.push({ workload: from, felt: { ...felt, why } });
  };
  for (const dependency of platform.dependencies) {
    const felt = dependency.to.kind === 'workload' ? undefined : failed(dependency.to);
    if (felt)
      feel(
        dependency,
        dependency.to.kind === 'managed' ? dependency.to.managed.address : hostOf(dependency),
        felt,
      );
  }
  for (const { workload, state, why, duration } of own)
    if (state === 'down')
      queue.push({
        workload,
        felt: { why: [...why, `${workload.address} is down`], ...(duration ? { duration } : {}) },
      });
  for (let at = 0; at < queue.length; at++) {
    const { workload, felt } = queue[at]!;
    for (const dependency of callers.get(workload) ?? []) feel(dependency, workload.address, felt);
  }
  return [...outcomes.values()].filter(
    ({ state, byLuck, blocks }) => state !== 'serving' || byLuck !== undefined || blocks !== undefined,
  );
}

function hostOf({ to }: Dependency): string {
  return to.kind === 'external' ? to.host : '';
}

const callers = new WeakMap<Platform, ReadonlyMap<Workload, readonly Dependency[]>>();

function callersOf(platform: Platform): ReadonlyMap<Workload, readonly Dependency[]> {
  let known = callers.get(platform);
  if (!known) {
    const found = new Map<Workload, Dependency[]>();
    for (const dependency of platform.dependencies)
      if (dependency.to.kind === 'workload') {
        const { workload } = dependency.to;
        found.set(workload, [...(found.get(workload) ?? []), dependency]);
      }
    known = found;
    callers.set(platform, known);
  }
  return known;
}
