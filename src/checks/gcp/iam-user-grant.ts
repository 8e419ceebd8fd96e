import { grants, membersThat } from '../../graph/gcp/grants.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/iam-user-grant',
  title: 'Role granted to a single person',
  dimension: 'security',
  severity: 'info',
  why: 'Grants to persons are found one by one when somebody changes the team or leaves, and some are forgotten. A role for a group is taken over by joining it, and taken away by leaving it.',
  sameAs: ['kics:terraform/gcp/user_with_iam_role', 'trivy:GCP-0003'],
  controls: ['pci-dss:7.2.2', 'soc2:CC6.2'],
  sources: ['https://cloud.google.com/iam/docs/groups-best-practices'],
  visits: grants,
  judge(grant) {
    const [person] = membersThat(grant, ({ text }) => text.startsWith('user:'));
    if (!person) return;
    return {
      message: `${grant.resource.address} grants a role to a person: grant it to a group that the person is in.`,
      at: person,
      key: grant.key,
    };
  },
  examples: {
    bad: grant('user:jane@acme.example'),
    good: grant('group:developers@acme.example'),
  },
});

function grant(member: string): string {
  return `resource "google_project_iam_member" "jane" {
  project = "acme-shop"
  role    = "roles/run.developer"
  member  = "${member}"
}
`;
}
