import type { Datastore } from '../../datastore.ts';
import { datastoreAlert } from './datastore-alert.ts';

const series = (one: Datastore) =>
  `aws_sqs_approximate_number_of_messages_visible_maximum{dimension_QueueName="${one.type === 'queue' ? one.deadLetterName : ''}"}`;

export const deadLetters = datastoreAlert({
  name: 'DeadLetters',
  runbook: 'dead-letters',
  expr: 'datastore:dead_letters:messages > 0',
  for: '10m',
  summary: 'Messages of {{ $labels.datastore }} could not be handled',
  description:
    'Messages of {{ $labels.datastore }} failed after all of their tries and wait among the dead letters, for 14 days after they were sent.',
  concerns: ({ type }) => type === 'queue',
  bad: (one) => ({ [series(one)]: '1x60' }),
  good: (one) => ({ [series(one)]: '0x60' }),
  badIs: 'one message is dead',
  goodIs: 'none is',
});
