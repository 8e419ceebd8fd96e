import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'external-secrets/store-open-to-all',
  title: 'Store that every namespace may read',
  dimension: 'security',
  severity: 'low',
  why: 'A ClusterSecretStore without conditions serves the ExternalSecrets of all namespaces with its own rights: who may create one anywhere reads whatever the store may. Name the namespaces, or give each a SecretStore with an identity of its own.',
  controls: ['soc2:CC6.3'],
  sources: ['https://external-secrets.io/latest/api/clustersecretstore/'],
  visits: resources('ClusterSecretStore.external-secrets.io'),
  judge({ resource, node }) {
    if (node.list('spec', 'conditions').length > 0) return;
    return {
      message: `${resource.address} hands out what it may read to every namespace: limit it by conditions (namespaces or namespaceSelector).`,
      at: node.get('spec') ?? node,
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
`,
    good: `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: vault
spec:
  conditions:
    - namespaces: [shop]
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes: { mountPath: kubernetes, role: shop }
`,
  },
});
