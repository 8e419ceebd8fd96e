import { isProduction } from '../../graph/circumstances.ts';
import { databases } from '../../graph/gcp/databases.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/sql-shared-core',
  title: 'Production database on a shared core',
  dimension: 'reliability',
  severity: 'medium',
  why: 'The tiers db-f1-micro and db-g1-small share a core with others, are throttled when they need it most, and are left out of the service level agreement of Cloud SQL. They are made to try things out.',
  controls: ['soc2:A1.1'],
  sources: ['https://cloud.google.com/sql/docs/postgres/instance-settings'],
  visits: databases,
  judge({ resource, node }) {
    if (!isProduction(resource)) return;
    const tier = node.get('settings', 'tier');
    if (!tier || !/^db-(f1-micro|g1-small)$/.test(tier.text() ?? '')) return;
    return {
      message: `${resource.address} runs in production on ${tier.text()}, which shares its core and has no service level agreement: use a tier with cores of its own, as db-custom-1-3840.`,
      at: tier,
    };
  },
  examples: {
    bad: { 'prod/main.tf': database('db-f1-micro') },
    good: { 'prod/main.tf': database('db-custom-1-3840') },
  },
});

function database(tier: string): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version = "POSTGRES_16"

  settings {
    tier = "${tier}"
  }
}
`;
}
