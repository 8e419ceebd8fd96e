import { basicRole, grants, isBroad, isServiceAccount, membersThat } from '../../graph/gcp/grants.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/iam-service-account-basic-role',
  title: 'Basic role granted to a service account',
  dimension: 'security',
  severity: 'high',
  why: 'Whoever takes over a machine, a pod or a key with this account may change nearly everything in the project, and act as every other service account in it. A program needs the few roles of the services that it calls.',
  sameAs: [
    'checkov:CKV_GCP_42',
    'checkov:CKV_GCP_44',
    'checkov:CKV_GCP_45',
    'checkov:CKV_GCP_49',
    'checkov:CKV_GCP_115',
    'checkov:CKV_GCP_116',
    'checkov:CKV_GCP_117',
    'kics:terraform/gcp/google_project_iam_member_service_account_has_admin_role',
    'kics:terraform/gcp/service_account_with_improper_privileges',
    'regula:FG_R00384',
    'trivy:GCP-0007',
  ],
  controls: ['cis-gcp:1.5', 'pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: ['https://cloud.google.com/iam/docs/best-practices-service-accounts'],
  visits: grants,
  judge(grant) {
    if (!isBroad(grant) && grant.on !== 'document') return;
    const { resource, node, on, key } = grant;
    const role = node.get('role');
    const name = role?.text();
    if (!role || !name || !basicRole.test(name)) return;
    const [account] = membersThat(grant, isServiceAccount);
    if (!account) return;
    return {
      message: `${resource.address} grants a service account ${name} ${on === 'document' ? 'in a policy' : `on the whole ${on}`}: grant it the roles of the services that it calls.`,
      at: role,
      key: `${key} ${name}`,
      ...(name === 'roles/viewer' && { severity: 'medium' }),
      ...(name === 'roles/owner' && { severity: 'critical' }),
    };
  },
  examples: {
    bad: grant('roles/editor'),
    good: grant('roles/pubsub.publisher'),
  },
});

function grant(role: string): string {
  return `resource "google_service_account" "orders" {
  account_id = "orders"
}

resource "google_project_iam_member" "orders" {
  project = "acme-shop"
  role    = "${role}"
  member  = "serviceAccount:\${google_service_account.orders.email}"
}
`;
}
