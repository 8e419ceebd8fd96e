import { count } from '../wording.ts';
import type { SimulatedEnvironment, SimulatedOutcome } from './report.ts';

/** `6 min 50 s`, `45 s`, `2 h 5 min`. */
export function time(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  if (minutes < 60) return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.round(hours / 24)} days`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** What an environment is made of: `4 workloads with 8 pods on 6 nodes in 2 zones, 3 managed services`. */
export function sizeOf({ pools, workloads, zones, services }: SimulatedEnvironment): string {
  const shared = pools.filter(({ alone }) => alone === undefined).reduce((sum, pool) => sum + pool.nodes, 0);
  const own = (what: 'task' | 'instance') =>
    pools.filter(({ alone }) => alone === what).reduce((sum, pool) => sum + pool.nodes, 0);
  const placed = workloads.reduce((sum, one) => sum + one.nodes.length, 0) - own('task') - own('instance');
  const parts = [
    ...(shared > 0 || placed > 0 ? [`${count(placed, 'pod')} on ${count(shared, 'node')}`] : []),
    ...(own('task') > 0 ? [`${count(own('task'), 'task')} of Fargate`] : []),
    ...(own('instance') > 0 ? [count(own('instance'), 'instance')] : []),
  ];
  return [
    ...(workloads.length > 0
      ? [
          `${count(workloads.length, 'workload')}${parts.length > 0 ? ` with ${parts.join(' and ')} in ${count(zones.length, 'zone')}` : ''}`,
        ]
      : []),
    ...(services.length > 0 ? [count(services.length, 'managed service')] : []),
  ].join(', ');
}

/** How long a state lasts, in words; empty where it does not last. */
export function lasting({ seconds, until }: Pick<SimulatedOutcome, 'seconds' | 'until'>): string {
  if (seconds) {
    if (seconds.least === seconds.most) return `about ${time(seconds.most)}`;
    return seconds.least === 0
      ? `up to ${time(seconds.most)}`
      : `${time(seconds.least)} to ${time(seconds.most)}`;
  }
  return until ? `until ${until}` : '';
}

/** What became of it, in a few words. */
export function verdictOf({ state, left, before, needed, blocks, later }: SimulatedOutcome): string {
  if (state === 'down') return 'down';
  if (state === 'impaired') return 'impaired';
  if (state === 'degraded') return `degraded: ${left} of ${needed} needed`;
  if (blocks) return 'blocks';
  if (later) return 'serves for now';
  return `serves with ${left} of ${before}`;
}

/** `99.95 %`, as many places as it takes. */
export function percentage(percent: number): string {
  return `${Number(percent.toFixed(percent > 99.9 ? 4 : 3))} %`;
}
