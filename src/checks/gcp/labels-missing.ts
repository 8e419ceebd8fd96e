import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** What costs money or keeps data, and takes labels, and what they are called there. Source: Terraform Google provider. */
const types: Readonly<Record<string, readonly string[]>> = {
  google_compute_instance: ['labels'],
  google_compute_disk: ['labels'],
  google_container_cluster: ['resource_labels'],
  google_sql_database_instance: ['settings', 'user_labels'],
  google_storage_bucket: ['labels'],
  google_bigquery_dataset: ['labels'],
  google_redis_instance: ['labels'],
  google_spanner_instance: ['labels'],
  google_bigtable_instance: ['labels'],
  google_cloud_run_v2_service: ['labels'],
  google_cloudfunctions_function: ['labels'],
  google_cloudfunctions2_function: ['labels'],
  google_filestore_instance: ['labels'],
  google_alloydb_cluster: ['labels'],
  google_project: ['labels'],
};

export default check({
  id: 'gcp/labels-missing',
  title: 'Resource without labels',
  dimension: 'cost',
  severity: 'info',
  why: 'The bill is split by labels: what has none is paid by nobody in particular, and nobody can be asked whether it is still needed. default_labels of the provider puts environment, service, owner and cost centre on everything at once.',
  sameAs: [
    'checkov:CKV_GCP_21',
    'kics:terraform/gcp/cluster_labels_disabled',
    'kics:terraform/gcp/team_label_not_present',
    'trivy:GCP-0051',
  ],
  sources: ['https://cloud.google.com/resource-manager/docs/labels-overview'],
  visits: resources(...Object.keys(types)),
  judge({ resource, node }, graph) {
    const labels = node.get(...types[resource.type]!);
    if (labels && labels.entries().length > 0) return;
    if (hasDefaultLabels(graph, resource)) return;
    return {
      message: `${resource.address} has no labels and its provider sets none by default, so nobody can tell who pays for it: set default_labels in the provider, with environment, service, owner and cost centre.`,
      at: labels ?? node,
    };
  },
  examples: {
    bad: bucket(''),
    good: bucket('\n  default_labels = {\n    environment = "prod"\n    owner       = "shop"\n  }\n'),
  },
});

/** Providers are configured in the root; without one there the module is published, and its caller decides. */
function hasDefaultLabels(graph: Graph, { unit }: Resource): boolean {
  const own = graph
    .ofType('provider')
    .filter((provider) => provider.unit === unit && /^google(-beta)?$/.test(provider.name));
  return own.length === 0 || own.some(({ body }) => body.has('default_labels'));
}

function bucket(labels: string): string {
  return `provider "google" {
  region = "europe-west3"
${labels}}

resource "google_storage_bucket" "reports" {
  name     = "acme-reports"
  location = "EU"
}
`;
}
