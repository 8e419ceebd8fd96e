import { whereNightsAreOff } from '../../system-nodes.ts';
import { type YamlMap, yaml } from '../../yaml/yaml.ts';
import { vaultOf } from '../backups.ts';
import type { Here } from '../here.ts';
import { memory } from './prometheus.ts';

type Wanted = readonly (readonly [metric: string, statistic: 'Sum' | 'Maximum' | 'Average'])[];

/** What is asked of CloudWatch, by namespace: what rules ask for and nothing more, since each request is paid for. */
export function wantedOf(here: Here): Readonly<Record<string, Wanted>> {
  const { datastores, functions, services } = here.environment;
  const has = (...types: string[]) =>
    datastores.some((one) => types.includes(one.type) && (!('hosting' in one) || one.hosting === 'managed'));
  const all: Record<string, Wanted | false> = {
    'AWS/ApplicationELB': services.some(({ expose }) => expose) &&
      here.architecture.platform.ingress === 'alb' && [
        ['RequestCount', 'Sum'],
        ['HTTPCode_ELB_5XX_Count', 'Sum'],
      ],
    'AWS/RDS': has('postgres', 'mysql') && [
      ['CPUUtilization', 'Average'],
      ['FreeStorageSpace', 'Average'],
      ['DatabaseConnections', 'Maximum'],
      ['ReadLatency', 'Average'],
    ],
    'AWS/ElastiCache': has('redis') && [
      ['EngineCPUUtilization', 'Maximum'],
      ['DatabaseMemoryUsagePercentage', 'Maximum'],
      ['Evictions', 'Sum'],
    ],
    'AWS/SQS': has('queue') && [
      ['ApproximateAgeOfOldestMessage', 'Maximum'],
      ['ApproximateNumberOfMessagesVisible', 'Maximum'],
    ],
    'AWS/DynamoDB': has('table') && [['ThrottledRequests', 'Sum']],
    'AWS/Lambda': functions.length > 0 && [
      ['Invocations', 'Sum'],
      ['Errors', 'Sum'],
      ['Throttles', 'Sum'],
    ],
    'AWS/Backup': vaultOf(here) !== undefined && [
      ['NumberOfBackupJobsCompleted', 'Sum'],
      ['NumberOfBackupJobsFailed', 'Sum'],
    ],
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, Wanted] => entry[1] !== false),
  );
}

/** Values of the chart prometheus-yet-another-cloudwatch-exporter. */
export function cloudwatchValues(here: Here): YamlMap {
  const { region, name } = here.environment;
  const jobs = Object.entries(wantedOf(here)).map(([type, wanted]) => ({
    type,
    regions: [region],
    searchTags: [{ key: 'environment', value: `^${name}$` }],
    period: 300,
    length: 300,
    nilToZero: true,
    metrics: wanted.map(([metric, statistic]) => ({ name: metric, statistics: [statistic] })),
  }));
  const billing = {
    name: 'billing',
    namespace: 'AWS/Billing',
    regions: ['us-east-1'],
    metrics: [{ name: 'EstimatedCharges', statistics: ['Maximum'], period: 86_400, length: 86_400 }],
    dimensions: [{ name: 'Currency', value: 'USD' }],
  };
  const config = { apiVersion: 'v1alpha1', discovery: { jobs }, static: [billing] };
  return {
    config: yaml(config as YamlMap),
    ...whereNightsAreOff(here.environment),
    serviceMonitor: { enabled: true, interval: '60s' },
    resources: memory('50m', '128Mi'),
  };
}

/** The name of a series of the exporter. Source: BuildMetricName in its pkg/promutil/migrate.go. */
export function seriesOfMetric(namespace: string, metric: string, statistic: string): string {
  const snake = (text: string) =>
    text
      .replaceAll(/[ ,\t/\\.:=@<>()-]/g, '_')
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
      .toLowerCase();
  return `${snake(namespace.toLowerCase())}_${snake(metric)}_${statistic.toLowerCase()}`;
}
