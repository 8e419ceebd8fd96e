import type { Owner } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { datastoreRow } from './datastores.ts';
import { burnRow, objectivesRow } from './objectives.ts';
import { type Dashboard, dashboard } from './panel.ts';

/** Everything that a team answers for. */
export function teamDashboard({ name }: Owner, environment: Environment): Dashboard {
  const owner = `owner="${name}"`;
  const inNamespace = `namespace="${name}"`;
  const runs = environment.namespaces.some((one) => one.name === name);
  return dashboard(
    `team-${name}`,
    `Team ${name}`,
    ['team', name],
    [
      {
        title: 'Now',
        panels: [
          {
            title: 'Alerts',
            type: 'stat',
            queries: {
              '{{severity}}': `count by (severity) (ALERTS{alertstate="firing", ${owner}, severity!="none"}) or vector(0)`,
            },
            unit: 'none',
            thresholds: { warn: 1, bad: 3 },
          },
        ],
      },
      objectivesRow(owner),
      burnRow(owner),
      {
        title: 'What runs',
        panels: runs
          ? [
              {
                title: 'Ready replicas',
                queries: { '{{service}}': `service:replicas_ready:count{${inNamespace}}` },
                unit: 'none',
              },
              {
                title: 'Processors',
                queries: { '{{container}}': `container:cpu:cores{${inNamespace}}` },
                unit: 'none',
              },
              {
                title: 'Memory of the fullest, of its limit',
                queries: { '{{container}}': `container:memory:limit_ratio{${inNamespace}}` },
                unit: 'percentunit',
                max: 1,
              },
              {
                title: 'Failed jobs',
                queries: {
                  '{{job_name}}': `max by (job_name) (kube_job_failed{${inNamespace}, condition="true"})`,
                },
                unit: 'none',
              },
            ]
          : [],
      },
      ...environment.datastores.filter((one) => one.owner.name === name).map(datastoreRow),
    ],
  );
}
