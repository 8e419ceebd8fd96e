import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/iam-service-account-key',
  title: 'Key of a service account',
  dimension: 'security',
  severity: 'medium',
  why: 'A key works for years from anywhere for whoever has a copy, and it lies in the state of Terraform. On Google Cloud an attached service account needs none, GKE has Workload Identity, and pipelines and other clouds have workload identity federation.',
  sameAs: [
    'checkov:CKV2_GCP_3',
    'kics:terraform/gcp/service_has_non_gcp_managed_service_account_keys',
    'regula:FG_R00383',
  ],
  controls: ['cis-gcp:1.4', 'pci-dss:8.6.3', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys'],
  visits: resources('google_service_account_key', 'google_service_account'),
  judge({ resource, node }) {
    if (resource.type === 'google_service_account') return;
    const given = node.get('public_key_data');
    return {
      message: given
        ? `${resource.address} lets a key that was made elsewhere act as a service account for as long as it is not deleted: attach the account, or use workload identity federation.`
        : `${resource.address} makes a key that works from anywhere until somebody deletes it, and keeps it in the state: attach the account, or use workload identity federation.`,
      at: given ?? node,
    };
  },
  examples: {
    bad: 'resource "google_service_account_key" "ci" {\n  service_account_id = "projects/acme-shop/serviceAccounts/ci@acme-shop.iam.gserviceaccount.com"\n}\n',
    good: 'resource "google_service_account" "ci" {\n  account_id = "ci"\n}\n\nresource "google_service_account_iam_member" "ci" {\n  service_account_id = google_service_account.ci.name\n  role               = "roles/iam.workloadIdentityUser"\n  member             = "principalSet://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/github/attribute.repository/acme/shop"\n}\n',
  },
});
