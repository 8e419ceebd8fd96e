import { describe, expect, it } from 'vitest';
import { longestGap } from '../../../src/design/observability/cron.ts';
import { seriesOfMetric } from '../../../src/design/observability/pipeline/cloudwatch.ts';

describe('the longest time between two starts', () => {
  it.each([
    ['*/15 * * * *', 900],
    ['30 2 * * *', 86_400],
    ['0 5 * * mon', 7 * 86_400],
    ['*/15 * * * 1-5', 2 * 86_400 + 900],
    ['0 0 1 * *', 31 * 86_400],
    ['0 8,20 * * *', 12 * 3600],
    ['0 0 1 * 1', 7 * 86_400],
  ])('of %s is %i seconds', (cron, seconds) => {
    expect(longestGap(cron)).toBe(seconds);
  });
});

it.each([
  ['AWS/RDS', 'CPUUtilization', 'Average', 'aws_rds_cpuutilization_average'],
  ['AWS/ApplicationELB', 'HTTPCode_ELB_5XX_Count', 'Sum', 'aws_applicationelb_httpcode_elb_5_xx_count_sum'],
  [
    'AWS/SQS',
    'ApproximateAgeOfOldestMessage',
    'Maximum',
    'aws_sqs_approximate_age_of_oldest_message_maximum',
  ],
])('calls %s %s %s as the exporter does', (namespace, metric, statistic, series) => {
  expect(seriesOfMetric(namespace, metric, statistic)).toBe(series);
});
