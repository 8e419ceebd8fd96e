import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { databases, isReplica } from '../../graph/gcp/databases.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/sql-single-zone',
  title: 'Database in a single zone',
  dimension: 'reliability',
  severity: 'low',
  why: 'When its zone fails, and at every maintenance, a database without a standby is down until the zone is back or it is restored. A regional instance fails over within a minute or two. It weighs high in production; an environment that is named otherwise is left alone.',
  controls: ['soc2:A1.2'],
  sources: ['https://cloud.google.com/sql/docs/postgres/high-availability'],
  visits: databases,
  judge({ resource, node }) {
    if (isNonProduction(resource) || isReplica(node) || !node.has('settings')) return;
    const setting = node.get('settings', 'availability_type');
    if (setting?.text() === 'REGIONAL') return;
    return {
      message: `${resource.address} has no standby in a second zone: when its zone fails, the database is down until the zone is back. Set availability_type to "REGIONAL".`,
      at: setting ?? node.get('settings')!,
      ...(isProduction(resource) && { severity: 'high' }),
      fix: {
        safety: 'unsafe',
        summary: 'set availability_type to "REGIONAL" (doubles the cost of the instance)',
        edits: [{ op: 'set', in: node, path: ['settings', 'availability_type'], value: 'REGIONAL' }],
      },
    };
  },
  examples: {
    bad: { 'prod/main.tf': database('ZONAL') },
    good: { 'prod/main.tf': database('REGIONAL') },
  },
});

function database(availability: string): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier              = "db-custom-2-8192"
    availability_type = "${availability}"
  }
}
`;
}
