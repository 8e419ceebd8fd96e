import type { Graph } from '../../graph/graph.ts';
import { identityAnnotationOf } from '../../graph/kubernetes/azure-identity.ts';
import { mayMeet, namespaceOf } from '../../graph/kubernetes/names.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

interface Account {
  readonly namespace: string;
  readonly name: string;
}

export default check({
  id: 'contracts/federated-subject-unmatched',
  title: 'Identity of Entra ID that trusts another service account',
  dimension: 'functionality',
  severity: 'high',
  why: 'The identity is handed to the one service account that the subject of its credential names. Where the namespace or the name differs by a letter, every call of the pod to Azure fails with AADSTS70021, and neither file shows why.',
  sources: ['https://learn.microsoft.com/en-us/azure/aks/workload-identity-overview'],
  visits: resources('azurerm_federated_identity_credential'),
  judge({ resource, node }, graph) {
    const subject = node.get('subject');
    const trusted = parseSubject(subject?.text());
    if (!subject || !trusted) return;
    const accounts = graph
      .ofType('ServiceAccount')
      .filter((account) => identityAnnotationOf(account) && mayMeet(account, resource));
    if (accounts.some((account) => isMeant(account, trusted))) return;
    const near = accounts.find(
      (account) =>
        (account.name === trusted.name || namespaceOf(account) === trusted.namespace) &&
        !isTrustedByAnother(graph, account, resource),
    );
    if (!near) return;
    return {
      message: `${resource.address} trusts ${trusted.namespace}:${trusted.name}, and the service account that asks for an identity is ${near.address}: its pods are refused. Make namespace and name the same.`,
      at: subject,
    };
  },
  examples: {
    bad: { 'identity.tf': credential('order-processor'), 'orders.yaml': serviceAccount() },
    good: { 'identity.tf': credential('orders'), 'orders.yaml': serviceAccount() },
  },
});

function parseSubject(text: string | undefined): Account | undefined {
  const found = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(text ?? '');
  return found ? { namespace: found[1]!, name: found[2]! } : undefined;
}

function isMeant(account: Resource, { namespace, name }: Account): boolean {
  const own = namespaceOf(account);
  return account.name === name && (own === undefined || own === namespace);
}

/** Whether another credential is for the account, or may be. */
function isTrustedByAnother(graph: Graph, account: Resource, own: Resource): boolean {
  return graph.ofType('azurerm_federated_identity_credential').some((other) => {
    if (other === own) return false;
    const content = other.body.peek('subject')?.content;
    if (typeof content !== 'string') return true;
    const trusted = parseSubject(content);
    return trusted !== undefined && isMeant(account, trusted);
  });
}

function credential(name: string): string {
  return `resource "azurerm_federated_identity_credential" "orders" {
  name                = "orders"
  resource_group_name = "shop"
  audience            = ["api://AzureADTokenExchange"]
  issuer              = "https://westeurope.oic.prod-aks.azure.com/tenant/cluster/"
  parent_id           = "/subscriptions/0b1f/identity"
  subject             = "system:serviceaccount:shop:${name}"
}
`;
}

function serviceAccount(): string {
  return `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 00000000-0000-0000-0000-000000000001
`;
}
