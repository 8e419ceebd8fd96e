import { grants, membersThat } from '../../graph/gcp/grants.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/iam-personal-account',
  title: 'Role granted to a private account',
  dimension: 'security',
  severity: 'medium',
  why: 'A private account stays when its owner leaves, and nobody in the organization can ask a second factor of it, see what it does or close it. Grant to accounts, and better to groups, of your own domain.',
  sameAs: ['kics:terraform/gcp/not_proper_email_account_in_use', 'trivy:GCP-0069'],
  controls: ['cis-gcp:1.1', 'pci-dss:8.2.5', 'soc2:CC6.2'],
  sources: ['https://cloud.google.com/iam/docs/principal-identifiers'],
  visits: grants,
  judge(grant) {
    const [stranger] = membersThat(grant, ({ text }) =>
      /^user:.*@(g(oogle)?mail|yahoo|outlook|hotmail|live|icloud|aol|proton(mail)?|gmx)\.\w+$/i.test(text),
    );
    if (!stranger) return;
    return {
      message: `${grant.resource.address} grants a role to a private account: grant it to a group of your own domain.`,
      at: stranger,
      key: grant.key,
    };
  },
  examples: {
    bad: grant('user:jane.doe@gmail.com'),
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
