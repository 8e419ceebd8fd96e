import type { Queue } from '../../datastore.ts';
import type { Alert, Case } from '../alert.ts';
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
  // one rule for all: Prometheus would take two of the same labels for one that is there twice
  rules(here) {
    const queues = queuesOf(here);
    if (queues.length === 0) return [];
    const allowed = [...new Set(queues.map(oldestAllowed))].sort((a, b) => a - b);
    const exprs = allowed.map((seconds) => {
      const names = queues.filter((one) => oldestAllowed(one) === seconds).map(({ name }) => name);
      return `datastore:queue_age:seconds{datastore${names.length === 1 ? '=' : '=~'}"${names.join('|')}"} > ${seconds}`;
    });
    return [
      {
        expr: exprs.join(' or '),
        for: `${limits.queueAge.minutes}m`,
        owner: 'by-owner',
        summary: 'Messages in {{ $labels.datastore }} are not taken in time',
        description: `The oldest message in {{ $labels.datastore }} has waited for more than ${Math.round(allowed[0]! / 60)} minutes${allowed.length > 1 ? ', and for longer than it may there' : ''}: whoever takes from it is too slow, or stands still.`,
      },
    ];
  },
  cases(here) {
    return queuesOf(here).flatMap((queue) => casesOf(queue));
  },
};

function casesOf(queue: Queue): Case[] {
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
}

function queuesOf({ environment }: Here): readonly Queue[] {
  return environment.datastores.filter((one) => one.type === 'queue');
}
