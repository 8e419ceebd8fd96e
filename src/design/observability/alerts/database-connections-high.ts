import { labelsIn } from '../datastore-series.ts';
import { limits, percent } from '../limits.ts';
import { datastoreAlert, isManagedDatabase } from './datastore-alert.ts';

const open = 'aws_rds_database_connections_maximum';

const { beyond, minutes } = limits.connections;

export const databaseConnectionsHigh = datastoreAlert({
  name: 'DatabaseConnectionsHigh',
  runbook: 'database-connections-high',
  expr: `datastore:connections:ratio > ${beyond}`,
  for: `${minutes}m`,
  summary: 'Database {{ $labels.datastore }} has hardly any connections left',
  description: `More than ${percent(beyond)} % of the connections that {{ $labels.datastore }} takes are open; those beyond the last are refused.`,
  concerns: isManagedDatabase,
  bad: (one) => ({ [`${open}{${labelsIn(one)}}`]: '16000x60' }),
  good: (one) => ({ [`${open}{${labelsIn(one)}}`]: '5x60' }),
  badIs: 'all connections are open',
  goodIs: 'a few connections are open',
});
