import { grants, isBroad, isServiceAccount, membersThat } from '../../graph/gcp/grants.ts';
import { isImpersonating } from '../../graph/gcp/impersonation.ts';
import { check } from '../check.ts';

/** `roles/storage.admin`, `roles/compute.networkAdmin`, and roles of an organization of one's own that are called so. */
const adminRole = /(?:\.|\/)(?:\w*A|a)dmin$/;

/** Roles with which an account may give itself every other. */
const ruling =
  /^roles\/(iam\.(securityAdmin|roleAdmin|organizationRoleAdmin)|resourcemanager\.((project|folder)IamAdmin|folderAdmin|organizationAdmin))$/;

export default check({
  id: 'gcp/iam-service-account-admin',
  title: 'Administrator role granted to a service account',
  dimension: 'security',
  severity: 'medium',
  why: 'An administrator role of a service also deletes what it holds and changes who may use it, on everything in the project, now and later. Programs read and write; grant the user, writer or viewer role, and on the one bucket, topic or database that is meant.',
  sameAs: [
    'checkov:CKV_GCP_42',
    'kics:terraform/gcp/google_project_iam_member_service_account_has_admin_role',
    'kics:terraform/gcp/service_account_with_improper_privileges',
    'regula:FG_R00384',
    'trivy:GCP-0007',
  ],
  controls: ['cis-gcp:1.5', 'pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: ['https://cloud.google.com/iam/docs/best-practices-service-accounts'],
  visits: grants,
  judge(grant) {
    if (!isBroad(grant)) return;
    const { resource, node, on, key } = grant;
    const role = node.get('role');
    const name = role?.text();
    // that it acts as every other account says more
    if (!role || !name || !adminRole.test(name) || isImpersonating(name)) return;
    const [account] = membersThat(grant, isServiceAccount);
    if (!account) return;
    const rules = ruling.test(name);
    return {
      message: rules
        ? `${resource.address} grants a service account ${name} on the whole ${on}: it may give itself every other role. Let people, or a pipeline of its own, change grants.`
        : `${resource.address} grants a service account ${name} on the whole ${on}: grant the role that it needs on the thing that it uses.`,
      at: role,
      key: `${key} ${name}`,
      ...(rules && { severity: 'high' }),
      // all objects, but not the bucket
      ...(name.endsWith('objectAdmin') && { severity: 'low' }),
    };
  },
  examples: {
    bad: grant('roles/storage.admin'),
    good: grant('roles/storage.objectViewer'),
  },
});

function grant(role: string): string {
  return `resource "google_project_iam_member" "reports" {
  project = "acme-shop"
  role    = "${role}"
  member  = "serviceAccount:reports@acme-shop.iam.gserviceaccount.com"
}
`;
}
