import { type Part, resource } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { identifier, nameIn } from '../../names.ts';
import { logGroupOf, monitoringNamespace, receiversRemoteName } from '../../observability/paths.ts';
import { call } from '../call.ts';
import type { Place } from '../part.ts';
import { copyOfSecret } from './copy-of-secret.ts';

/** What watching a cluster needs of AWS: rights of what collects, groups that logs go into, keys of who is told. */
export function watchingParts(place: Place): Part[] {
  const { environment } = place;
  if (!environment.cluster) return [];
  const groups = [...new Set([...environment.namespaces.map(({ name }) => name), 'platform'])];
  return [
    ...groups.map((name) =>
      resource('aws_cloudwatch_log_group', `of_${identifier(name)}`, {
        name: logGroupOf(environment, name),
        retention_in_days: environment.logRetentionDays,
        kms_key_id: raw('module.logs_key.arn'),
      }),
    ),
    environment.standsFor === undefined &&
      call(place, 'alert_receivers', 'secret', {
        name: receiversRemoteName(environment),
        description:
          'Filled in by a person, as JSON: keys of receivers of alerts, and the first user of Grafana',
        kms_key_arn: raw('module.platform_key.arn'),
        ...copyOfSecret(place, raw('module.platform_recovery_key.arn')),
      }),
    ...collectors(place).map(({ name, does, statements }) =>
      call(place, identifier(name), 'identity', {
        name: nameIn(environment, shortNames[name] ?? name, 'role'),
        description: does,
        cluster_name: raw('module.cluster.name'),
        namespace: monitoringNamespace,
        service_account: name,
        statements,
      }),
    ),
  ];
}

/** Names of roles are short. */
const shortNames: Readonly<Record<string, string>> = {
  'prometheus-yet-another-cloudwatch-exporter': 'cloudwatch-exporter',
};

function collectors({ environment }: Place) {
  const { region, account, name, system } = environment;
  return [
    {
      name: 'fluent-bit',
      does: 'Writes logs of containers into the groups of this environment',
      statements: [
        {
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
          resources: [`arn:aws:logs:${region}:${account}:log-group:/${name}/${system}/*`],
        },
      ],
    },
    {
      name: 'prometheus-yet-another-cloudwatch-exporter',
      does: 'Reads metrics of CloudWatch',
      statements: [
        {
          actions: ['cloudwatch:GetMetricData', 'cloudwatch:ListMetrics', 'tag:GetResources'],
          resources: ['*'],
        },
      ],
    },
    {
      name: 'opentelemetry-collector',
      does: 'Sends traces to X-Ray',
      statements: [
        {
          actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
          resources: ['*'],
        },
      ],
    },
  ];
}
