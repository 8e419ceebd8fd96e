import { grow, type Platform, type Running } from '../platform/platform.ts';
import { defaults } from '../platform/settings.ts';
import { Pod } from '../scheduling/cluster.ts';
import { schedule } from '../scheduling/schedule.ts';
import { refusedBy } from './judge-loss.ts';
import { scenario } from './machines.ts';
import { inTurn, type Outcome, type Part, type Scenario } from './outcome.ts';

/** Today's load, many times over: autoscalers add pods up to their limits, and pools add nodes up to theirs. */
export function multiplyLoad(platform: Platform, running: Running): readonly Scenario[] {
  const { settings, workloads, pools } = platform;
  const factor = settings.load ?? defaults.load;
  const { cluster } = running;
  const mark = cluster.mark();
  const made = new Map(running.made);
  const serving = workloads.filter(({ kind, replicas }) => kind === 'serving' && replicas > 0);
  const added = new Map(
    serving.map((workload) => {
      const wanted = Math.min(workload.most, Math.ceil(workload.replicas * factor));
      const template = cluster.templateOf(workload.spec);
      return [
        workload,
        Array.from(
          { length: Math.max(0, wanted - workload.replicas) },
          (_, at) => new Pod(template, `${workload.address}-more-${at}`),
        ),
      ];
    }),
  );
  const nodesBefore = cluster.nodes.length;
  const waiting = new Set(grow(running, pools, schedule(cluster, [...added.values()].flat()).unplaced, {}));
  const grew = cluster.nodes.length > nodesBefore;
  const outcomes = serving.flatMap((workload): Outcome[] => {
    const needed = Math.ceil(workload.enough * factor);
    const more = added.get(workload)!;
    const lacking = more.filter((pod) => waiting.has(pod));
    const have = workload.replicas + more.length - lacking.length;
    if (have >= needed) return [];
    const why = [
      `the load is ${factor} times that of today`,
      `what ${workload.enough} ${workload.runs}${workload.enough === 1 ? ' carries' : 's carry'} today takes ${needed}`,
    ];
    if (lacking.length > 0)
      why.push(`${lacking.length} of them find no place: ${refusedBy(cluster, lacking[0]!)}`);
    else if (workload.most === workload.replicas)
      why.push(`nothing scales it, so ${have === 1 ? '1 has' : `${have} have`} to do`);
    else why.push(`its autoscaler stops at ${workload.most}`);
    return [
      {
        workload,
        state: 'degraded',
        before: workload.replicas,
        left: have,
        restored: have,
        needed,
        why,
        duration: { seconds: undefined, until: 'the load goes down', parts: [] },
      },
    ];
  });
  cluster.rollback(mark);
  running.made.clear();
  for (const [name, number] of made) running.made.set(name, number);
  const { seconds } = inTurn(reaction(grew, settings), '');
  return [
    {
      ...scenario('load', 'load', `the load is ${factor} times that of today`, outcomes),
      notes: [
        "what runs today is taken to be just enough for today's load; say otherwise in simulation.enough",
        ...(seconds && [...added.values()].some(({ length }) => length > 0)
          ? [
              `what is added serves after about ${seconds[0]} seconds${grew ? ', as new nodes have to start first' : ''}`,
            ]
          : []),
      ],
    },
  ];
}

/** How long it takes until added pods serve. */
function reaction(grew: boolean, settings: Platform['settings']): readonly Part[] {
  return [
    {
      what: 'the autoscaler looks again',
      seconds: 15,
      source: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/',
    },
    ...(grew
      ? [
          {
            what: 'a node starts',
            seconds: settings.nodeStartSeconds ?? defaults.nodeStartSeconds,
            source: 'assumed; simulation.nodeStartSeconds',
          },
        ]
      : []),
    {
      what: 'a pod starts',
      seconds: settings.podStartSeconds ?? defaults.podStartSeconds,
      source: 'assumed; simulation.podStartSeconds',
    },
  ];
}
