import type { Graph } from '../../graph/graph.ts';
import { pods } from '../../graph/kubernetes/pods.ts';
import { mayBeMadeByOperator } from '../../graph/kubernetes/presence.ts';
import { referencesOf } from '../../graph/kubernetes/references.ts';
import { isSecretMade } from '../../graph/kubernetes/secret-sources.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'contracts/secret-without-source',
  title: 'Secret that nothing in the repository makes',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'A Secret does not belong into a repository, but the rule by which it comes about does: an ExternalSecret, a SealedSecret, a file of SOPS, a Certificate. One that somebody once made by hand is missing on the day when the cluster is built anew, and nobody knows what was in it.',
  sameAs: ['kube-linter:env-value-from'],
  controls: ['soc2:A1.2'],
  sources: ['https://external-secrets.io/latest/', 'https://fluxcd.io/flux/guides/mozilla-sops/'],
  visits: pods,
  judge({ resource, node, ...pod }, graph) {
    if (mayBeMadeByOperator(graph, resource) || isCreatedOutside(graph)) return;
    const faults = new Map<string, Fault>();
    for (const { type, name, at, optional } of referencesOf({ resource, node, ...pod })) {
      if (type !== 'Secret' || optional || faults.has(name) || isSecretMade(graph, resource, name)) continue;
      faults.set(name, {
        message: `${resource.address} needs Secret ${name}, and nothing in the repository says where it comes from: whoever builds the cluster anew has to know. Declare it by an ExternalSecret, SealedSecret or encrypted file.`,
        at,
        key: name,
      });
    }
    return [...faults.values()];
  },
  examples: {
    bad: `apiVersion: v1
kind: Pod
metadata:
  name: api
  namespace: shop
spec:
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      env:
        - name: DATABASE_PASSWORD
          valueFrom:
            secretKeyRef: { name: api-database, key: password }
`,
    good: `apiVersion: v1
kind: Pod
metadata:
  name: api
  namespace: shop
spec:
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      env:
        - name: DATABASE_PASSWORD
          valueFrom:
            secretKeyRef: { name: api-database, key: password }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: api-database
  namespace: shop
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  dataFrom:
    - extract: { key: shop/api-database }
`,
  },
});

/** Terraform that talks to a cluster may make any Secret. */
function isCreatedOutside(graph: Graph): boolean {
  return ['kubernetes_secret', 'kubernetes_secret_v1', 'kubernetes_manifest', 'helm_release'].some(
    (type) => graph.ofType(type).length > 0,
  );
}
