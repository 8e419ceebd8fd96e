import type { Queue } from '../../datastore.ts';
import type { Alert } from '../alert.ts';
import { labelsIn } from '../datastore-series.ts';
import type { Here } from '../here.ts';
import { limits } from '../limits.ts';
import { oldestAllowed } from '../queue-age.ts';
import { labelsOfDatastore } from '../record/datastores.ts';

const age = 'aws_sqs_approximate_age_of_oldest_message_maximum';

export const queueTooOld: Alert = {
  name: 'QueueTooOld',
  group: 'datastores',
  severity: 'critical',
  runbook: 'queue-too-old',
  rules: (here) =>
    queuesOf(here).map((queue) => ({
      expr: `datastore:queue_age:seconds{datastore="${queue.name}"} > ${oldestAllowed(queue)}`,
      for: `${limits.queueAge.minutes}m`,
      owner: 'by-owner' as const,
      summary: 'Messages in {{ $labels.datastore }} are not taken in time',
      description: `The oldest message in ${queue.name} has waited for more than ${Math.round(oldestAllowed(queue) / 60)} minutes: whoever takes from it is too slow, or stands still.`,
    })),
  cases(here) {
    const [queue] = queuesOf(here);
    if (!queue) return [];
    const series = `${age}{${labelsIn(queue)}}`;
    return [
      {
        about: 'nobody takes from it',
        series: { [series]: `${oldestAllowed(queue) + 1}x40` },
        at: '30m',
        fires: [{ labels: labelsOfDatastore(queue) }],
      },
      {
        about: 'messages are taken after a while',
        series: { [series]: `${oldestAllowed(queue) - 1}x40` },
        at: '30m',
      },
    ];
  },
};

function queuesOf({ environment }: Here): readonly Queue[] {
  return environment.datastores.filter((one) => one.type === 'queue');
}
