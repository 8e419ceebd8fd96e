import { resolveName } from '../../graph/kubernetes/names.ts';
import { textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'external-secrets/secret-to-merge-missing',
  title: 'External secret merged into one that does not exist',
  dimension: 'functionality',
  severity: 'medium',
  why: 'creationPolicy: Merge adds keys to a Secret that something else makes. Where nothing does, the ExternalSecret waits in an error, and pods with it.',
  sources: ['https://external-secrets.io/latest/guides/ownership-deletion-policy/'],
  visits: resources('ExternalSecret.external-secrets.io'),
  judge({ resource, node }, graph) {
    const at = node.get('spec', 'target', 'creationPolicy');
    if (at?.text() !== 'Merge') return;
    const name = textAt(node, 'spec', 'target', 'name') || resource.name;
    if (resolveName(graph, resource, 'Secret', name).length > 0) return;
    const isMade = graph
      .ofType('ExternalSecret.external-secrets.io')
      .some(
        (other) =>
          other !== resource && (textAt(other.body, 'spec', 'target', 'name') || other.name) === name,
      );
    // a certificate or an operator may make it
    if (
      isMade ||
      graph
        .ofType('Certificate.cert-manager.io')
        .some(({ body }) => textAt(body, 'spec', 'secretName') === name)
    )
      return;
    return {
      message: `${resource.address} adds its keys to Secret ${name}, which nothing in the repository makes: use creationPolicy: Owner, or declare the Secret.`,
      at,
      severity: 'low',
    };
  },
  examples: {
    bad: `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: database
  namespace: shop
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  target: { name: shop-database, creationPolicy: Merge }
  dataFrom:
    - extract: { key: shop/database }
`,
    good: `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: database
  namespace: shop
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  target: { name: shop-database, creationPolicy: Merge }
  dataFrom:
    - extract: { key: shop/database }
---
apiVersion: v1
kind: Secret
metadata: { name: shop-database, namespace: shop }
`,
  },
});
