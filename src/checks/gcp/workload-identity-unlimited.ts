import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Issuers that give tokens to everybody who has an account there. */
const shared =
  /token\.actions\.githubusercontent\.com|gitlab\.com|app\.terraform\.io|agent\.buildkite\.com|oidc\.circleci\.com|api\.bitbucket\.org/;

export default check({
  id: 'gcp/workload-identity-unlimited',
  title: 'Workload identity that strangers may use',
  dimension: 'security',
  severity: 'high',
  why: 'GitHub, GitLab and the like give tokens to every repository of every user. A provider without an attribute condition takes them all, so that one grant to the whole pool lets strangers in. Ask for the own organization, and better for the repository.',
  sameAs: ['checkov:CKV_GCP_118', 'checkov:CKV_GCP_125', 'trivy:GCP-0068'],
  controls: ['pci-dss:8.6.1', 'soc2:CC6.1'],
  sources: [
    'https://cloud.google.com/iam/docs/workload-identity-federation-with-deployment-pipelines#conditions',
  ],
  visits: resources('google_iam_workload_identity_pool_provider'),
  judge({ resource, node }) {
    const condition = node.get('attribute_condition');
    if (condition) {
      const text = condition.text()?.trim() ?? '';
      // a condition that looks at nothing, or at what the stranger's own pipeline says, limits nobody
      if (text !== '' && text !== 'true' && !/^assertion\.(actor|workflow|ref)\b[^&|]*$/.test(text)) return;
    }
    const issuer = node.text('oidc', 'issuer_uri') ?? '';
    const isShared = shared.test(issuer);
    return {
      message: isShared
        ? `${resource.address} takes tokens of every user of ${issuer.replace(/^https:\/\//, '')}: set attribute_condition to the own organization, as assertion.repository_owner == "acme".`
        : `${resource.address} takes every token of its issuer: set attribute_condition to the accounts that are meant.`,
      at: condition ?? node,
      ...(!isShared && { severity: 'low' }),
    };
  },
  examples: {
    bad: provider(''),
    good: provider('  attribute_condition                = "assertion.repository_owner == \'acme\'"\n'),
  },
});

function provider(condition: string): string {
  return `resource "google_iam_workload_identity_pool_provider" "github" {
  workload_identity_pool_id          = "github"
  workload_identity_pool_provider_id = "github"
${condition}
  attribute_mapping = {
    "google.subject"       = "assertion.sub"
    "attribute.repository" = "assertion.repository"
  }

  oidc {
    issuer_uri = "https://token.actions.githubusercontent.com"
  }
}
`;
}
