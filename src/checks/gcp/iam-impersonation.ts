import {
  grants,
  grantsNobody,
  isBroad,
  isServiceAgent,
  isStranger,
  membersOf,
  membersThat,
} from '../../graph/gcp/grants.ts';
import { isImpersonating } from '../../graph/gcp/impersonation.ts';
import { check } from '../check.ts';

/** Roles of Google's own services, which act as the accounts of their users. */
const agentRole = /^roles\/\w+\.\w*[sS]erviceAgent$/;

export default check({
  id: 'gcp/iam-impersonation',
  title: 'Grant to act as every service account',
  dimension: 'security',
  severity: 'high',
  why: 'On a project, folder or organization these roles hold for all service accounts in it, those to come too: whoever has them acts as the most powerful one. Grant them on the one service account that is meant, with google_service_account_iam_member.',
  sameAs: [
    'checkov:CKV_GCP_41',
    'checkov:CKV_GCP_44',
    'checkov:CKV_GCP_45',
    'checkov:CKV_GCP_49',
    'kics:terraform/gcp/google_project_iam_binding_service_account_has_token_creator_or_account_user_role',
    'kics:terraform/gcp/google_project_iam_member_service_account_has_token_creator_or_account_user_role',
    'regula:FG_R00385',
    'trivy:GCP-0005',
    'trivy:GCP-0009',
    'trivy:GCP-0011',
  ],
  controls: ['cis-gcp:1.6', 'pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: ['https://cloud.google.com/iam/docs/service-account-permissions'],
  visits: grants,
  judge(grant) {
    if (!isBroad(grant)) return;
    const { resource, node, on, key } = grant;
    if (grantsNobody(grant)) return;
    const role = node.get('role');
    const name = role?.text();
    if (!role || !name) return;
    if (agentRole.test(name)) {
      const [stranger] = membersThat(grant, isStranger);
      if (!stranger) return;
      return {
        message: `${resource.address} grants ${name}, which is made for a service of Google and acts as the accounts of its users: grant a role that is made for people and programs.`,
        at: stranger,
        key: `${key} ${name}`,
      };
    }
    if (!isImpersonating(name)) return;
    // Pub/Sub and the like sign their pushes as the accounts of their users
    if (membersOf(grant).length > 0 && membersThat(grant, (member) => !isServiceAgent(member)).length === 0)
      return;
    return {
      message: `${resource.address} grants ${name} on the whole ${on}, which lets its members act as every service account in it: grant it on the one account that is meant.`,
      at: role,
      key: `${key} ${name}`,
    };
  },
  examples: {
    bad: 'resource "google_project_iam_member" "deployer" {\n  project = "acme-shop"\n  role    = "roles/iam.serviceAccountTokenCreator"\n  member  = "group:developers@acme.example"\n}\n',
    good: 'resource "google_service_account_iam_member" "deployer" {\n  service_account_id = "projects/acme-shop/serviceAccounts/deployer@acme-shop.iam.gserviceaccount.com"\n  role               = "roles/iam.serviceAccountTokenCreator"\n  member             = "group:developers@acme.example"\n}\n',
  },
});
