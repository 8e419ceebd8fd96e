import { behaviours } from '../../../data/availability/promises.ts';
import type { SimulationSettings } from '../../config/simulation.ts';
import { defaults } from '../platform/settings.ts';
import type { Workload } from '../platform/workload.ts';
import type { Cluster, Pod } from '../scheduling/cluster.ts';
import { refusals } from '../scheduling/schedule.ts';
import type { Loss } from './lose-nodes.ts';
import { type Duration, inTurn, type Outcome, type Part, type State } from './outcome.ts';
import { luckOf } from './spreading.ts';

/** What happened to the nodes, in words. */
export interface Event {
  /** `node general-eu-west-1a-0 is lost` */
  readonly what: string;
  readonly place: 'node' | 'zone';
  /** the nodes said goodbye before they went: pods were moved at once */
  readonly announced?: boolean;
  /** when what nothing repairs comes back: `the zone is back` */
  readonly end: string;
}

/** Makes of a loss what it means for a workload. */
export function judgeLoss(loss: Loss, event: Event, settings: SimulationSettings, refused: string): Outcome {
  const { workload, before, left, outranked, restored } = loss;
  const needed = Math.min(workload.enough, before);
  const state: State = left === 0 ? 'down' : left < needed ? 'degraded' : 'serving';
  const lost = before - left - outranked;
  const why = [
    event.what,
    ...(lost > 0 ? [`${shareOf(lost, before, workload)} stood there`] : []),
    ...(outranked > 0 ? [`${shareOf(outranked, before, workload)} gave way to pods of higher priority`] : []),
  ];
  if (loss.waiting.length > 0)
    why.push(
      `${loss.waiting.length === 1 ? '1 finds' : `${loss.waiting.length} find`} no other place: ${refused}`,
    );
  const luck = state === 'down' ? undefined : luckOf(workload, before, event.place);
  const target = state === 'down' ? 1 : needed;
  return {
    workload,
    state,
    before,
    left,
    restored,
    needed,
    ...(outranked > 0 ? { outranked } : {}),
    why,
    ...(state === 'serving' ? {} : { duration: durationOf(loss, event, settings, restored >= target) }),
    ...(luck ? { byLuck: luck } : {}),
  };
}

function durationOf(loss: Loss, event: Event, settings: SimulationSettings, repairs: boolean): Duration {
  const { workload, moved, restored } = loss;
  if (workload.kind === 'bare')
    return {
      seconds: undefined,
      until: 'somebody makes it anew: nothing replaces a Pod that no controller owns',
      parts: [],
    };
  if (!repairs) return { seconds: undefined, until: event.end, parts: [] };
  const parts: Part[] = [];
  const { runs, noticed } = workload;
  if (noticed) parts.push(...noticed);
  else if (!event.announced) {
    const { seconds, what, source } = behaviours['node-unreachable'];
    parts.push({ what, seconds, source });
    if (workload.toleratesLossFor === Number.POSITIVE_INFINITY)
      return {
        seconds: undefined,
        until: `${event.end}, since its pods tolerate an unreachable node for ever`,
        parts,
      };
    parts.push({
      // where the cloud says that the machine is gone, the Node object goes at once, and its pods with it
      what: 'its pods are evicted, or go with the Node object of a machine that is gone',
      seconds: [0, workload.toleratesLossFor],
      source:
        'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions and https://kubernetes.io/docs/concepts/architecture/cloud-controller/#node-controller',
    });
    if (workload.zonal) parts.push(behaviours['volume-detach']);
  }
  // the machine of a task comes with the task
  if (restored > moved && noticed === undefined) {
    const seconds = settings.nodeStartSeconds ?? defaults.nodeStartSeconds;
    parts.push({ what: 'a new node starts', seconds, source: 'assumed; simulation.nodeStartSeconds' });
  }
  const seconds = settings.podStartSeconds ?? defaults.podStartSeconds;
  parts.push({
    what: `${runs === 'instance' ? 'an' : 'a'} ${runs} starts and is ready`,
    seconds,
    source: 'assumed; simulation.podStartSeconds',
  });
  return inTurn(parts, `its ${runs}s run elsewhere`);
}

/** `its only pod`, `all of its 3 pods`, `1 of its 3 tasks`. */
export function shareOf(some: number, all: number, { runs }: Pick<Workload, 'runs'>): string {
  if (all === 1) return `its only ${runs}`;
  return some === all ? `all of its ${all} ${runs}s` : `${some} of its ${all} ${runs}s`;
}

/** Why nodes refuse a pod, in words. */
export function refusedBy(cluster: Cluster, pod: Pod): string {
  const found = refusals(cluster, pod);
  if (found.length === 0) return 'there is no node';
  return found
    .map(([reason, count]) => `${count} ${count === 1 ? 'node' : 'nodes'}: ${words[reason]}`)
    .join('; ');
}

const words = {
  NodeName: 'another one is named',
  NodeUnschedulable: 'cordoned',
  NodeAffinity: 'labels do not match its node selector or affinity',
  TaintToleration: 'a taint that it does not tolerate',
  VolumeZone: 'not in the zone of its volume',
  NodePorts: 'the host port is taken',
  cpu: 'too little CPU',
  memory: 'too little memory',
  pods: 'no room for another pod',
  extended: 'lacks a device that it requests',
  PodTopologySpread: 'would break its topology spread',
  InterPodAffinity: 'pod affinity or anti-affinity forbids it',
} as const;
