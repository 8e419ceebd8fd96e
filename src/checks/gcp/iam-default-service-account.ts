import { grants, isBroad, isDefaultAccount, membersThat } from '../../graph/gcp/grants.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/iam-default-service-account',
  title: 'Role granted to a default service account',
  dimension: 'security',
  severity: 'medium',
  why: 'Everything that names no service account runs as the default one of Compute Engine or App Engine, so a role for it is a role for all of that, and for whatever is started tomorrow. Make an account for each workload, and take the default one its rights.',
  sameAs: [
    'checkov:CKV_GCP_46',
    'checkov:CKV_GCP_47',
    'checkov:CKV_GCP_48',
    'trivy:GCP-0004',
    'trivy:GCP-0006',
    'trivy:GCP-0008',
  ],
  controls: ['pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: ['https://cloud.google.com/iam/docs/service-account-types#default'],
  visits: grants,
  judge(grant) {
    if (!isBroad(grant)) return;
    const { resource, node, on, key } = grant;
    const [account] = membersThat(grant, isDefaultAccount);
    if (!account) return;
    return {
      message: `${resource.address} grants ${node.peek('role')?.content ?? 'a role'} on the whole ${on} to a default service account, and so to everything that names no account of its own: grant it to the account of the workload that needs it.`,
      at: account,
      key,
    };
  },
  examples: {
    bad: grant('123456789012-compute@developer.gserviceaccount.com'),
    good: grant('reports@acme-shop.iam.gserviceaccount.com'),
  },
});

function grant(account: string): string {
  return `resource "google_project_iam_member" "reports" {
  project = "acme-shop"
  role    = "roles/bigquery.dataViewer"
  member  = "serviceAccount:${account}"
}
`;
}
