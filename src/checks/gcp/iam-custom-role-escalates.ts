import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Permissions with which whoever has them gets others. Source: IAM documentation, permissions reference. */
const escalating =
  /^(iam\.serviceAccounts\.(getAccessToken|getOpenIdToken|signBlob|signJwt|implicitDelegation|actAs|setIamPolicy)|iam\.serviceAccountKeys\.create|iam\.roles\.update|resourcemanager\.(projects|folders|organizations)\.setIamPolicy|deploymentmanager\.deployments\.create|orgpolicy\.policy\.set)$/;

export default check({
  id: 'gcp/iam-custom-role-escalates',
  title: 'Custom role that leads to every other',
  dimension: 'security',
  severity: 'medium',
  why: 'With these permissions a member makes tokens or keys of other accounts, or grants itself what it likes: the role is as powerful as the most powerful account in its reach, whatever its name says. Grant them on the one service account that is meant.',
  controls: ['pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: ['https://cloud.google.com/iam/docs/best-practices-service-accounts#privilege-escalation'],
  visits: resources('google_project_iam_custom_role', 'google_organization_iam_custom_role'),
  judge({ resource, node }) {
    const found = node.list('permissions').filter((permission) => escalating.test(permission.text() ?? ''));
    const [first] = found;
    if (!first) return;
    return {
      message: `${resource.address} holds ${found.map((one) => one.text()).join(', ')}, with which a member acts as other accounts or grants itself more: take ${found.length === 1 ? 'it' : 'them'} out, and grant ${found.length === 1 ? 'it' : 'them'} where it is needed.`,
      at: first,
    };
  },
  examples: {
    bad: role('"iam.serviceAccounts.getAccessToken"'),
    good: role('"run.services.get"'),
  },
});

function role(permission: string): string {
  return `resource "google_project_iam_custom_role" "deployer" {
  role_id     = "deployer"
  title       = "Deployer"
  permissions = ["run.services.update", ${permission}]
}
`;
}
