import { resources } from '../../graph/selector.ts';
import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** Fields that name a Secret with a key of a cloud or a token. Source: External Secrets API, provider auth. */
const keys = new Set([
  'secretAccessKeySecretRef',
  'secretAccessKey',
  'tokenSecretRef',
  'clientSecret',
  'secretAccessKeyRef',
]);

export default check({
  id: 'external-secrets/store-with-static-key',
  title: 'Store opened by a key that never expires',
  dimension: 'security',
  severity: 'low',
  why: 'A store that logs in with an access key or token kept in a Secret moves the problem to that Secret: it is made by hand, opens all others, and is hardly ever replaced. A workload identity (IRSA, workload identity, Kubernetes auth) needs none.',
  controls: ['pci-dss:8.6.3', 'soc2:CC6.1'],
  sources: ['https://external-secrets.io/latest/provider/aws-access/'],
  visits: resources('SecretStore.external-secrets.io', 'ClusterSecretStore.external-secrets.io'),
  judge({ resource, node }) {
    const at = staticKeyIn(node.peek('spec', 'provider'), 0);
    if (!at) return;
    return {
      message: `${resource.address} logs in with a key that is kept in a Secret and lasts until somebody replaces it: let the service account prove who it is.`,
      at,
    };
  },
  examples: {
    bad: `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: vault
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        tokenSecretRef: { name: vault-token, key: token }
`,
    good: `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: vault
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes: { mountPath: kubernetes, role: shop }
`,
  },
});

function staticKeyIn(node: Node | undefined, depth: number): Node | undefined {
  const content = node?.content;
  if (!(content instanceof Mapping) || depth > 6) return undefined;
  for (const [at, key] of content.keys.entries()) {
    const value = content.nodes[at]!;
    if (keys.has(key)) return value;
    const deeper = staticKeyIn(value, depth + 1);
    if (deeper) return deeper;
  }
  return undefined;
}
