import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** Where each type keeps itself from being deleted, and what means that it does not. All are on by default, but the last. Source: Terraform Google provider. */
const guards: Readonly<Record<string, readonly [name: string, isOff: (value: Node | undefined) => boolean]>> =
  {
    google_sql_database_instance: ['deletion_protection', isFalse],
    google_container_cluster: ['deletion_protection', isFalse],
    google_bigquery_table: ['deletion_protection', isFalse],
    google_bigtable_instance: ['deletion_protection', isFalse],
    google_spanner_database: ['deletion_protection', isFalse],
    google_alloydb_cluster: ['deletion_protection', isFalse],
    google_redis_cluster: ['deletion_protection_enabled', isFalse],
    google_folder: ['deletion_protection', isFalse],
    google_project: ['deletion_policy', (value) => value?.text() === 'DELETE'],
    google_firestore_database: [
      'delete_protection_state',
      (value) => value?.text() === 'DELETE_PROTECTION_DISABLED',
    ],
  };

export default check({
  id: 'gcp/data-deletable',
  title: 'Data that an apply may delete',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'With protection switched off, a renamed resource, a wrong workspace or a destroy deletes the data within the next apply, and the backups of most of these services go with it. Switch it off in the change that is meant to delete, and nowhere else.',
  sameAs: ['checkov:CKV_GCP_119', 'checkov:CKV_GCP_121', 'checkov:CKV_GCP_122'],
  controls: ['soc2:A1.2'],
  sources: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database_instance',
  ],
  visits: resources(...Object.keys(guards)),
  judge({ resource, node }) {
    const [name, isOff] = guards[resource.type]!;
    const setting = node.get(name);
    if (!setting || !isOff(setting)) return;
    // a view or an external table holds nothing itself
    if (node.has('view') || node.has('external_data_configuration') || node.has('materialized_view')) return;
    const on =
      name === 'delete_protection_state'
        ? 'DELETE_PROTECTION_ENABLED'
        : name === 'deletion_policy'
          ? 'PREVENT'
          : true;
    return {
      message: `${resource.address} may be deleted with its data by any apply: set ${name} to ${on}, and off only in the change that deletes it.`,
      at: setting,
      ...(isNonProduction(resource) && { severity: 'info' }),
      ...(isProduction(resource) && { severity: 'high' }),
      fix: {
        safety: 'safe',
        summary: `set ${name} to ${on}`,
        edits: [{ op: 'replace', node: setting, value: on }],
      },
    };
  },
  examples: {
    bad: database('false'),
    good: database('true'),
  },
});

function isFalse(value: Node | undefined): boolean {
  return value?.flag() === false;
}

function database(guard: string): string {
  return `resource "google_sql_database_instance" "orders" {
  database_version    = "POSTGRES_16"
  deletion_protection = ${guard}
}
`;
}
