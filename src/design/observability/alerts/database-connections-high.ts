import type { Datastore } from '../../datastore.ts';
import { isHosted } from '../../hosted.ts';
import { labelsIn } from '../datastore-series.ts';
import { hostedPod } from '../hosted-series.ts';
import { limits, percent } from '../limits.ts';
import { datastoreAlert, isManagedDatabase } from './datastore-alert.ts';

const open = 'aws_rds_database_connections_maximum';

const { beyond, minutes } = limits.connections;

function connections(one: Datastore, count: number): Record<string, string> {
  return isHosted(one)
    ? {
        [`cnpg_backends_total{${hostedPod(one)}, state="active"}`]: `${count}x60`,
        [`cnpg_pg_settings_setting{${hostedPod(one)}, name="max_connections"}`]: '100x60',
      }
    : { [`${open}{${labelsIn(one)}}`]: `${count}x60` };
}

export const databaseConnectionsHigh = datastoreAlert({
  name: 'DatabaseConnectionsHigh',
  runbook: 'database-connections-high',
  expr: `datastore:connections:ratio > ${beyond}`,
  for: `${minutes}m`,
  summary: 'Database {{ $labels.datastore }} has hardly any connections left',
  description: `More than ${percent(beyond)} % of the connections that {{ $labels.datastore }} takes are open; those beyond the last are refused.`,
  concerns: (one) => isManagedDatabase(one) || (isHosted(one) && one.type === 'postgres'),
  bad: (one) => connections(one, 16_000),
  good: (one) => connections(one, 5),
  badIs: 'all connections are open',
  goodIs: 'a few connections are open',
});
