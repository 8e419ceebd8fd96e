import { labelsIn } from '../datastore-series.ts';
import { limits } from '../limits.ts';
import { datastoreAlert } from './datastore-alert.ts';

const throttled = 'aws_dynamodb_throttled_requests_sum';

const { beyond, minutes } = limits.tableThrottled;

export const tableThrottled = datastoreAlert({
  name: 'TableThrottled',
  runbook: 'table-throttled',
  expr: `datastore:throttled:sum > ${beyond}`,
  for: `${minutes}m`,
  summary: 'Table {{ $labels.datastore }} turns requests away',
  description: `For ${minutes} minutes more than ${beyond} requests to {{ $labels.datastore }} in five minutes have been throttled: one key is asked for too often, or load grew faster than the table.`,
  concerns: ({ type }) => type === 'table',
  bad: (one) => ({ [`${throttled}{${labelsIn(one)}, dimension_Operation="GetItem"}`]: '50x60' }),
  good: (one) => ({ [`${throttled}{${labelsIn(one)}, dimension_Operation="GetItem"}`]: '2x60' }),
  badIs: 'many requests are turned away',
  goodIs: 'single requests are turned away',
});
