import type { Datastore } from '../../datastore.ts';
import { isHosted } from '../../hosted.ts';
import { labelsIn } from '../datastore-series.ts';
import { asLabels, hostedContainers } from '../hosted-series.ts';
import { limits, percent } from '../limits.ts';
import { datastoreAlert, isManagedCache, isManagedDatabase } from './datastore-alert.ts';

/** The series of a datastore that is busy so many percent of the time, for so many minutes each. */
function busy(one: Datastore, ...parts: readonly (readonly [share: number, length: number])[]) {
  if (isHosted(one)) {
    // seconds of its processors by the minute
    const step = (share: number) => (share / 100) * 60 * (one.cpuMilli / 1000);
    let sum = 0;
    const samples = parts.map(([share, length]) => {
      const from = sum;
      sum += step(share) * (length + 1);
      return `${from}+${step(share)}x${length}`;
    });
    return { [`container_cpu_usage_seconds_total{${asLabels(hostedContainers(one))}}`]: samples.join(' ') };
  }
  const metric =
    one.type === 'redis' ? 'aws_elasticache_engine_cpuutilization_maximum' : 'aws_rds_cpuutilization_average';
  const samples = parts.map(([share, length]) => `${share}x${length}`);
  return { [`${metric}{${labelsIn(one)}}`]: samples.join(' ') };
}

const { beyond, minutes } = limits.busy;

export const datastoreBusy = datastoreAlert({
  name: 'DatastoreBusy',
  runbook: 'datastore-busy',
  expr: `datastore:cpu:ratio > ${beyond}`,
  for: `${minutes}m`,
  summary: 'The processors of {{ $labels.datastore }} are busy all the time',
  description: `More than ${percent(beyond)} % of the processors of {{ $labels.datastore }} have been busy for ${minutes} minutes: statements wait for each other, and more load makes everything that uses it slower.`,
  concerns: (one) => isManagedDatabase(one) || isManagedCache(one) || isHosted(one),
  bad: (one) => busy(one, [95, 60]),
  good: (one) => busy(one, [20, 20], [95, 10], [20, 30]),
  badIs: 'it is busy all the time',
  goodIs: 'it was busy for ten minutes',
});
