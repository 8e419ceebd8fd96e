import type { Workload } from '../platform/workload.ts';
import { hostKey, zoneKey } from '../scheduling/pod.ts';
import { spreadMatches, termMatches } from '../scheduling/template.ts';

/** Whether a rule, and not luck, keeps a workload's pods from all standing on one node, or in one zone. */
export function isKeptApart({ spec, keptApart }: Workload, place: 'node' | 'zone'): boolean {
  if (keptApart?.includes(place)) return true;
  // pods in different zones are on different nodes
  const keys = place === 'zone' ? [zoneKey] : [zoneKey, hostKey];
  return (
    (spec.spread ?? []).some(
      (one) => one.hard && keys.includes(one.topologyKey) && spreadMatches(one, spec, spec),
    ) || (spec.antiAffinity ?? []).some((term) => keys.includes(term.topologyKey) && termMatches(term, spec))
  );
}

/** What to say of a workload that is spread by wish only; nothing where a rule sees to it. */
export function luckOf(workload: Workload, before: number, place: 'node' | 'zone'): string | undefined {
  if (before < 2 || isKeptApart(workload, place)) return undefined;
  const wished =
    (workload.spec.spread ?? []).some(({ hard }) => !hard) ||
    (workload.spec.preferredPods ?? []).some(({ weight }) => weight < 0);
  const how = wished ? 'spread is a wish of it and no rule' : 'it does not ask to be spread';
  return `${how}: all ${before} ${workload.runs}s may end up ${place === 'zone' ? 'in one zone' : 'on one node'}, and then it is down`;
}
