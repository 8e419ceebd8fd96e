import type { Cache } from '../../datastore.ts';
import { limits, percent } from '../limits.ts';
import { type CloudAlarm, fives } from './alarm.ts';

/** in five minutes */
const manyEvictions = 1000;
/** seconds */
const farBehind = 30;

/** Alarms on a cache. ElastiCache publishes metrics by node, and names nodes after their group. */
export function cacheAlarms(one: Cache): CloudAlarm[] {
  return nodesOf(one).flatMap((node, at) => ofNode(one, node, at === 0));
}

/** Names of its nodes. */
export function nodesOf({ nodes, resourceName }: Cache): readonly string[] {
  return Array.from({ length: nodes }, (_, at) => `${resourceName}-${String(at + 1).padStart(3, '0')}`);
}

function ofNode({ name, owner, tags, nodes }: Cache, node: string, first: boolean): CloudAlarm[] {
  const common = { owner, tags, urgent: false, missing: 'notBreaching', statistic: 'Maximum' } as const;
  const metric = (metricName: string) => ({
    namespace: 'AWS/ElastiCache',
    name: metricName,
    dimensions: { CacheClusterId: node },
  });
  return [
    {
      ...common,
      ...fives(limits.cacheFull.minutes),
      name: `${node}-memory`,
      runbook: 'cache-memory-high',
      summary: `Cache ${name} is nearly full: keys are about to be thrown out before their time`,
      metric: metric('DatabaseMemoryUsagePercentage'),
      threshold: percent(limits.cacheFull.beyond),
    },
    {
      ...common,
      ...fives(15),
      name: `${node}-evictions`,
      runbook: 'cache-memory-high',
      summary: `Cache ${name} throws keys out to make room`,
      metric: metric('Evictions'),
      statistic: 'Sum',
      threshold: manyEvictions,
    },
    {
      ...common,
      ...fives(limits.busy.minutes),
      name: `${node}-cpu`,
      runbook: 'datastore-busy',
      summary: `The one processor that cache ${name} works with has been busy for ${limits.busy.minutes} minutes`,
      metric: metric('EngineCPUUtilization'),
      threshold: percent(limits.busy.beyond),
    },
    ...(nodes > 1
      ? [
          {
            ...common,
            ...fives(15),
            name: `${node}-lag`,
            runbook: 'copy-behind',
            summary: `Node ${node} of cache ${name} is more than ${farBehind} seconds behind: what it lacks is lost if it has to take over`,
            metric: metric('ReplicationLag'),
            threshold: farBehind,
          },
        ]
      : []),
    ...(nodes > 1 && first
      ? [
          {
            ...common,
            name: `${node}-failover`,
            runbook: 'datastore-failover',
            summary: `Another node of cache ${name} took over`,
            metric: metric('IsMaster'),
            // whichever way it changes, for the one minute in which it does
            reckoned: { expression: 'ABS(DIFF(m))' },
            threshold: 0,
            period: 60,
            periods: 1,
          },
        ]
      : []),
  ];
}
