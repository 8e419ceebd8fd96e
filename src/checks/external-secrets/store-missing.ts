import { resolveName } from '../../graph/kubernetes/names.ts';
import { holdsAny } from '../../graph/kubernetes/presence.ts';
import { textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

const stores = ['SecretStore.external-secrets.io', 'ClusterSecretStore.external-secrets.io'];

export default check({
  id: 'external-secrets/store-missing',
  title: 'External secret from a store that does not exist',
  dimension: 'functionality',
  severity: 'high',
  why: 'An ExternalSecret whose store is missing makes no Secret: pods that need it do not start, and one that exists is never refreshed. It usually follows a SecretStore where a ClusterSecretStore was meant.',
  sources: ['https://external-secrets.io/latest/api/externalsecret/'],
  visits: resources('ExternalSecret.external-secrets.io'),
  judge({ resource, node }, graph) {
    const reference = node.peek('spec', 'secretStoreRef');
    const name = textAt(reference, 'name');
    const kind = textAt(reference, 'kind') || 'SecretStore';
    const at = reference?.peek('name');
    if (!at || name === '' || name.includes('${')) return;
    const isThere = (type: string) =>
      resolveName(graph, resource, `${type}.external-secrets.io`, name, {
        anyNamespace: type === 'ClusterSecretStore',
      }).length > 0;
    if (isThere(kind) || !holdsAny(graph, resource, stores)) return;
    const other = kind === 'SecretStore' ? 'ClusterSecretStore' : 'SecretStore';
    return {
      message: `${resource.address} reads from ${kind} ${name}, which nothing in the repository declares${isThere(other) ? ` (there is a ${other} of that name)` : ''}: correct the ${isThere(other) ? 'kind' : 'name'}.`,
      at,
      key: name,
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
        kubernetes: { mountPath: kubernetes, role: shop }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: database
  namespace: shop
spec:
  secretStoreRef: { kind: SecretStore, name: vault }
  dataFrom:
    - extract: { key: shop/database }
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
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: database
  namespace: shop
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  dataFrom:
    - extract: { key: shop/database }
`,
  },
});
