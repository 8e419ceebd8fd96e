import { grants, isEverybody, membersThat } from '../../graph/gcp/grants.ts';
import { check } from '../check.ts';

/** What is granted to everybody on purpose now and then, and judged by checks of its own. */
const elsewhere =
  /^(storage_bucket|storage_managed_folder|bigquery_dataset|cloud_run|cloudfunctions|cloud_run_v2)/;

/** What gives the keys to everything else. */
const ruling =
  /^(project|folder|organization|kms_|service_account|secret_manager|billing_account|iap_|cloudbuild)/;

export default check({
  id: 'gcp/iam-public-grant',
  title: 'Role granted to everybody',
  dimension: 'security',
  severity: 'high',
  why: 'allUsers is everybody on the internet, and allAuthenticatedUsers everybody with any Google account: neither means the people of your organization. Grant to a group, a domain or a service account.',
  sameAs: [
    'checkov:CKV_GCP_98',
    'checkov:CKV_GCP_99',
    'checkov:CKV_GCP_100',
    'checkov:CKV_GCP_101',
    'checkov:CKV_GCP_112',
    'checkov:CKV_GCP_113',
    'checkov:CKV2_GCP_6',
    'checkov:CKV2_GCP_8',
    'kics:terraform/gcp/artifact_registry_repository_is_public',
    'kics:terraform/gcp/bigquery_table_is_public',
    'kics:terraform/gcp/cloud_kms_key_rings_are_public',
    'kics:terraform/gcp/dataproc_clusters_is_public',
    'kics:terraform/gcp/kms_crypto_key_publicly_accessible',
    'kics:terraform/gcp/pubsub_topic_is_public',
    'regula:FG_R00386',
  ],
  controls: ['cis-gcp:1.9', 'pci-dss:7.2.1', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/iam/docs/principal-identifiers'],
  visits: grants,
  judge(grant) {
    const { resource, node, on, key } = grant;
    if (elsewhere.test(on)) return;
    const [everybody] = membersThat(grant, isEverybody);
    if (!everybody) return;
    const role = node.peek('role')?.content;
    // public images are pulled by everybody, and public packages too
    const isShared = on === 'artifact_registry_repository' && role === 'roles/artifactregistry.reader';
    return {
      message: `${resource.address} grants ${typeof role === 'string' ? role : 'a role'} to ${everybody.content === 'allUsers' ? 'everybody on the internet' : 'everybody with a Google account'}: grant it to a group, a domain or a service account.`,
      at: everybody,
      key,
      ...(ruling.test(on) && { severity: 'critical' }),
      ...(isShared && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "google_pubsub_topic_iam_member" "orders" {\n  topic  = "orders"\n  role   = "roles/pubsub.publisher"\n  member = "allUsers"\n}\n',
    good: 'resource "google_pubsub_topic_iam_member" "orders" {\n  topic  = "orders"\n  role   = "roles/pubsub.publisher"\n  member = "serviceAccount:shop@acme-shop.iam.gserviceaccount.com"\n}\n',
  },
});
