import {
  basicRole,
  grants,
  grantsNobody,
  isBroad,
  isServiceAccount,
  membersOf,
  membersThat,
} from '../../graph/gcp/grants.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/iam-basic-role',
  title: 'Basic role granted to people',
  dimension: 'security',
  severity: 'medium',
  why: 'Owner and editor may change nearly everything in a project, and use every service account in it; viewer reads all its data. They were made before there were roles for single services. Grant the roles that a task needs, to groups.',
  sameAs: [
    'checkov:CKV_GCP_44',
    'checkov:CKV_GCP_45',
    'checkov:CKV_GCP_49',
    'checkov:CKV_GCP_115',
    'checkov:CKV_GCP_116',
    'checkov:CKV_GCP_117',
  ],
  controls: ['pci-dss:7.2.1', 'soc2:CC6.3', 'hipaa:164.312(a)(1)'],
  sources: ['https://cloud.google.com/iam/docs/roles-overview#basic'],
  visits: grants,
  judge(grant) {
    if (!isBroad(grant) && grant.on !== 'document') return;
    const { resource, node, on, key } = grant;
    if (grantsNobody(grant)) return;
    const role = node.get('role');
    const name = role?.text();
    if (!role || !name || !basicRole.test(name)) return;
    // service accounts are a finding of their own
    if (membersOf(grant).length > 0 && membersThat(grant, (member) => !isServiceAccount(member)).length === 0)
      return;
    return {
      message: `${resource.address} grants ${name} ${on === 'document' ? 'in a policy' : `on the whole ${on}`}: grant the roles of the services that are meant, to a group.`,
      at: role,
      key: `${key} ${name}`,
      ...(name === 'roles/viewer' && on === 'project' && { severity: 'low' }),
      ...(name === 'roles/owner' && { severity: 'high' }),
    };
  },
  examples: {
    bad: 'resource "google_project_iam_member" "developers" {\n  project = "acme-shop"\n  role    = "roles/editor"\n  member  = "group:developers@acme.example"\n}\n',
    good: 'resource "google_project_iam_member" "developers" {\n  project = "acme-shop"\n  role    = "roles/run.developer"\n  member  = "group:developers@acme.example"\n}\n',
  },
});
