import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { ofTypeInUnit } from '../../graph/terraform/in-unit.ts';
import type { Path } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** Where each type names a key of Cloud KMS. Source: Terraform Google provider. */
const places: Readonly<Record<string, readonly Path[]>> = {
  google_storage_bucket: [['encryption', 'default_kms_key_name']],
  google_sql_database_instance: [['encryption_key_name']],
  google_compute_disk: [['disk_encryption_key']],
  google_compute_instance: [
    ['boot_disk', 'kms_key_self_link'],
    ['boot_disk', 'disk_encryption_key_raw'],
    ['boot_disk', 'source'],
  ],
  google_bigquery_dataset: [['default_encryption_configuration', 'kms_key_name']],
  google_bigquery_table: [['encryption_configuration', 'kms_key_name']],
  google_pubsub_topic: [['kms_key_name']],
  google_artifact_registry_repository: [['kms_key_name']],
  google_bigtable_instance: [['cluster', 'kms_key_name']],
  google_spanner_database: [
    ['encryption_config', 'kms_key_name'],
    ['encryption_config', 'kms_key_names'],
  ],
  google_dataproc_cluster: [['cluster_config', 'encryption_config', 'kms_key_name']],
  google_dataflow_job: [['kms_key_name']],
  google_redis_instance: [['customer_managed_key']],
  google_vertex_ai_dataset: [['encryption_spec', 'kms_key_name']],
  google_vertex_ai_metadata_store: [['encryption_spec', 'kms_key_name']],
  google_vertex_ai_endpoint: [['encryption_spec', 'kms_key_name']],
  google_vertex_ai_featurestore: [['encryption_spec', 'kms_key_name']],
  google_vertex_ai_tensorboard: [['encryption_spec', 'kms_key_name']],
  google_notebooks_instance: [['kms_key']],
  google_notebooks_runtime: [['virtual_machine', 'virtual_machine_config', 'encryption_config', 'kms_key']],
  google_workbench_instance: [
    ['gce_setup', 'boot_disk', 'kms_key'],
    ['gce_setup', 'data_disks', 'kms_key'],
  ],
  google_document_ai_processor: [['kms_key_name']],
  google_document_ai_warehouse_location: [['kms_key']],
};

export default check({
  id: 'gcp/customer-key-missing',
  title: 'Data outside of the keys that the others use',
  dimension: 'security',
  severity: 'info',
  why: 'Google encrypts everything at rest, with keys of its own. Where a root has keys of Cloud KMS, so that access can be audited and cut off, data beside them is an exception that should be meant.',
  sameAs: [
    'checkov:CKV_GCP_37',
    'checkov:CKV_GCP_38',
    'checkov:CKV_GCP_80',
    'checkov:CKV_GCP_81',
    'checkov:CKV_GCP_83',
    'checkov:CKV_GCP_84',
    'checkov:CKV_GCP_85',
    'checkov:CKV_GCP_90',
    'checkov:CKV_GCP_91',
    'checkov:CKV_GCP_92',
    'checkov:CKV_GCP_93',
    'checkov:CKV_GCP_96',
    'checkov:CKV2_GCP_21',
    'checkov:CKV2_GCP_22',
    'checkov:CKV2_GCP_23',
    'checkov:CKV2_GCP_24',
    'checkov:CKV2_GCP_25',
    'checkov:CKV2_GCP_26',
    'checkov:CKV2_GCP_27',
    'checkov:CKV2_GCP_35',
    'kics:terraform/gcp/disk_encryption_disabled',
    'regula:FG_R00417',
    'trivy:GCP-0033',
    'trivy:GCP-0034',
    'trivy:GCP-0066',
  ],
  controls: [
    'cis-gcp:4.7',
    'cis-gcp:7.2',
    'cis-gcp:7.3',
    'cis-gcp:8.1',
    'cis-gke:5.9.2',
    'pci-dss:3.5.1',
    'soc2:CC6.1',
  ],
  sources: ['https://cloud.google.com/kms/docs/cmek'],
  visits: resources(...Object.keys(places)),
  judge({ resource, node }, graph) {
    const keys = ofTypeInUnit(graph, 'google_kms_crypto_key', resource.unit);
    // whoever has no keys of his own has chosen those of Google
    if (keys.length === 0) return;
    const paths = places[resource.type]!;
    if (paths.some((path) => node.has(...path))) return;
    if (resource.type === 'google_bigquery_table' && isInKeyedDataset(graph, resource)) return;
    return {
      message: `${resource.address} is encrypted with keys of Google, while this root has ${keys[0]!.address}: name a key in ${paths[0]!.join('.')}, or leave it so on purpose.`,
    };
  },
  examples: {
    bad: topics(''),
    good: topics('  kms_key_name = google_kms_crypto_key.shop.id\n'),
  },
});

/** Whether a table takes the key of its dataset. */
function isInKeyedDataset(graph: Graph, table: Resource): boolean {
  return graph
    .from(table)
    .some(
      ({ to }) =>
        to.type === 'google_bigquery_dataset' &&
        to.body.peek('default_encryption_configuration') !== undefined,
    );
}

function topics(key: string): string {
  return `resource "google_kms_crypto_key" "shop" {
  name            = "shop"
  key_ring        = "projects/acme-shop/locations/europe-west3/keyRings/shop"
  rotation_period = "7776000s"
}

resource "google_pubsub_topic" "orders" {
  name = "orders"
${key}}
`;
}
