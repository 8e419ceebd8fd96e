import type { Queue } from '../../datastore.ts';
import type { Alert, Rule } from '../alert.ts';
import { isCritical } from '../critical.ts';
import type { Here } from '../here.ts';
import { limits } from '../limits.ts';
import { labelsOfDatastore } from '../record/datastores.ts';

const { beyond, minutes } = limits.deadLetters;
const recorded = 'datastore:dead_letters:messages';

/** Nobody is woken for them, unless something critical uses the queue. */
export const deadLetters: Alert = {
  name: 'DeadLetters',
  group: 'datastores',
  severity: 'warning',
  runbook: 'dead-letters',
  rules: (here) => kinds(here).map(({ rule }) => rule),
  cases: (here) =>
    kinds(here).flatMap(({ queues: [queue] }, rule) => {
      const series = `aws_sqs_approximate_number_of_messages_visible_maximum{dimension_QueueName="${queue!.deadLetterName}"}`;
      return [
        {
          about: 'one message is dead',
          series: { [series]: '1x60' },
          at: '40m',
          fires: [{ rule, labels: labelsOfDatastore(queue!) }],
        },
        { about: 'none is', series: { [series]: '0x60' }, at: '40m' },
      ];
    }),
};

/** One rule for what can wait, and one for what cannot. */
function kinds({ environment }: Here): readonly { readonly rule: Rule; readonly queues: readonly Queue[] }[] {
  const all = environment.datastores.filter((one) => one.type === 'queue');
  return [false, true].flatMap((critical) => {
    const queues = all.filter((one) => isCritical(environment, one) === critical);
    if (queues.length === 0) return [];
    const which =
      queues.length === all.length ? '' : `{datastore=~"${queues.map(({ name }) => name).join('|')}"}`;
    const rule: Rule = {
      expr: `${recorded}${which} > ${beyond}`,
      for: `${minutes}m`,
      owner: 'by-owner',
      ...(critical ? { labels: { severity: 'critical' } } : {}),
      summary: 'Messages of {{ $labels.datastore }} could not be handled',
      description:
        'Messages of {{ $labels.datastore }} failed after all of their tries and wait among the dead letters, for 14 days after they were sent.',
    };
    return [{ rule, queues }];
  });
}
