import type { Alert } from '../alert.ts';
import { functionName } from '../here.ts';
import { limits } from '../limits.ts';

const { beyond, minutes } = limits.functionThrottled;

export const functionThrottled: Alert = {
  name: 'FunctionThrottled',
  group: 'services',
  severity: 'warning',
  runbook: 'function-throttled',
  rules: ({ environment }) =>
    environment.functions.map(({ name, owner }) => ({
      expr: `sum(aws_lambda_throttles_sum{dimension_FunctionName="${functionName(environment, name)}"}) > ${beyond}`,
      for: `${minutes}m`,
      labels: { service: name, owner: owner.name },
      owner: 'by-owner' as const,
      summary: `Calls of ${name} are turned away`,
      description: `For ${minutes} minutes more than ${beyond} calls of ${name} in five minutes have been turned away: more come at once than may run.`,
    })),
  cases({ environment }) {
    const [first] = environment.functions;
    if (!first) return [];
    const series = `aws_lambda_throttles_sum{dimension_FunctionName="${functionName(environment, first.name)}"}`;
    const labels = { service: first.name, owner: first.owner.name };
    return [
      { about: 'many calls are turned away', series: { [series]: '50x30' }, at: '20m', fires: [{ labels }] },
      { about: 'single calls are turned away', series: { [series]: '2x30' }, at: '20m' },
    ];
  },
};
