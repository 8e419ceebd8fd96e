import { databases } from '../../graph/gcp/databases.ts';
import { check } from '../check.ts';

/** Versions whose makers have stopped mending them, and when. Sources: the version policies of PostgreSQL, MySQL and SQL Server. */
const ended: Readonly<Record<string, string>> = {
  MYSQL_5_6: 'February 2021',
  MYSQL_5_7: 'October 2023',
  POSTGRES_9_6: 'November 2021',
  POSTGRES_10: 'November 2022',
  POSTGRES_11: 'November 2023',
  POSTGRES_12: 'November 2024',
  POSTGRES_13: 'November 2025',
};

export default check({
  id: 'gcp/sql-version-retired',
  title: 'Database version that is no longer mended',
  dimension: 'cost',
  severity: 'medium',
  why: 'Flaws in such a version are no longer mended by those who make it. Cloud SQL enrols it in extended support, which is charged for every core and hour, and in the end upgrades it on Google’s day.',
  sameAs: ['checkov:CKV_GCP_79'],
  controls: ['pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: [
    'https://cloud.google.com/sql/docs/postgres/extended-support',
    'https://www.postgresql.org/support/versioning/',
  ],
  visits: databases,
  judge({ resource, node }) {
    const version = node.get('database_version');
    const since = ended[version?.text() ?? ''];
    if (!version || !since) return;
    return {
      message: `${resource.address} runs ${version.text()}, which has not been mended by its makers since ${since}, and pays for extended support: upgrade to a current version, on a clone first.`,
      at: version,
    };
  },
  examples: {
    bad: 'resource "google_sql_database_instance" "orders" {\n  database_version = "POSTGRES_11"\n}\n',
    good: 'resource "google_sql_database_instance" "orders" {\n  database_version = "POSTGRES_17"\n}\n',
  },
});
