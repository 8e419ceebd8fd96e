import type { Environment } from '../../../environment.ts';
import { workloadName } from '../../../names.ts';
import type { FunctionHere } from '../../../workload.ts';
import { functionName } from '../../here.ts';
import { hasApi } from '../functions.ts';
import { metricsOf, type Row } from './dashboard.ts';

/** Rate, errors and duration of calls, and of requests where an API stands before it. */
export function callRows(environment: Environment, one: FunctionHere): Row[] {
  const { name, timeoutSeconds } = one;
  const of = metricsOf('AWS/Lambda', { FunctionName: functionName(environment, name) });
  const api = metricsOf('AWS/ApiGateway', {
    ApiName: workloadName(environment, name, 'api'),
    Stage: 'live',
  });
  return [
    {
      title: `Requests to ${name}`,
      widgets: hasApi(environment, one)
        ? [
            { title: 'Requests', metrics: api('Count') },
            { title: 'Errors', metrics: api('5XXError', '4XXError') },
            {
              title: 'Duration in milliseconds',
              metrics: api('Latency'),
              stats: ['p50', 'p95', 'p99'],
              ...(one.slo.latency ? { most: one.slo.latency.milliseconds } : {}),
            },
          ]
        : [],
    },
    {
      title: `Calls of ${name}`,
      widgets: [
        { title: 'Calls', metrics: of('Invocations') },
        { title: 'Errors', metrics: of('Errors') },
        {
          title: 'Duration in milliseconds',
          metrics: of('Duration'),
          stats: ['p50', 'p99', 'Maximum'],
          most: timeoutSeconds * 1000,
        },
      ],
    },
  ];
}

/** How near it is to what it has, and what it leaves lying. */
export function concurrencyRow(environment: Environment, one: FunctionHere): Row {
  const called = functionName(environment, one.name);
  const of = metricsOf('AWS/Lambda', { FunctionName: called });
  return {
    title: `Saturation of ${one.name}`,
    widgets: [
      {
        title: 'At once',
        metrics: of('ConcurrentExecutions'),
        stats: ['Maximum'],
        ...(one.concurrency === undefined ? {} : { most: one.concurrency }),
      },
      { title: 'Turned away', metrics: of('Throttles') },
      {
        title: 'Failed events that wait',
        metrics: metricsOf('AWS/SQS', { QueueName: `${called}-failed` })(
          'ApproximateNumberOfMessagesVisible',
        ),
        stats: ['Maximum'],
      },
      ...(one.triggers.some(({ kind }) => kind === 'table')
        ? [{ title: 'Behind its table, in milliseconds', metrics: of('IteratorAge'), stats: ['Maximum'] }]
        : []),
    ],
  };
}
