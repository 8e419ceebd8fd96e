import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/federated-trust-too-broad',
  title: 'Identity that many pipelines may take on',
  dimension: 'security',
  severity: 'high',
  why: 'The subject says which workflow may log in as this identity. With pull_request, or a pattern in it, everybody who may open a pull request, or name a branch, gets its rights. Name the environment or the branch that deploys.',
  sameAs: ['checkov:CKV_AZURE_249'],
  controls: ['soc2:CC6.1', 'pci-dss:7.2.2'],
  sources: ['https://docs.github.com/en/actions/concepts/security/openid-connect'],
  visits: resources(
    'azuread_application_federated_identity_credential',
    'azurerm_federated_identity_credential',
    'azuread_application_flexible_federated_identity_credential',
  ),
  judge({ resource, node }) {
    const subject = node.get('subject') ?? node.get('claims_matching_expression');
    const text = subject?.text();
    if (!subject || !text || !/github|^repo:/i.test(`${node.text('issuer') ?? ''} ${text}`)) return;
    const reason = /:pull_request$/.test(text)
      ? 'every pull request, also of somebody who may only open one,'
      : /\*/.test(text)
        ? `whatever fits ${text}`
        : undefined;
    if (!reason) return;
    return {
      message: `${resource.address} lets ${reason} log in as this identity: name the environment or branch that deploys, as repo:owner/name:environment:production.`,
      at: subject,
      ...(/:pull_request$/.test(text) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "azuread_application_federated_identity_credential" "deploy" {\n  application_id = "/applications/00000000-0000-0000-0000-000000000001"\n  display_name   = "deploy"\n  audiences      = ["api://AzureADTokenExchange"]\n  issuer         = "https://token.actions.githubusercontent.com"\n  subject        = "repo:acme/shop:pull_request"\n}\n',
    good: 'resource "azuread_application_federated_identity_credential" "deploy" {\n  application_id = "/applications/00000000-0000-0000-0000-000000000001"\n  display_name   = "deploy"\n  audiences      = ["api://AzureADTokenExchange"]\n  issuer         = "https://token.actions.githubusercontent.com"\n  subject        = "repo:acme/shop:environment:production"\n}\n',
  },
});
