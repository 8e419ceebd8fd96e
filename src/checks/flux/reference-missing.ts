import { fluxReferences } from '../../graph/gitops/flux.ts';
import { resolveName } from '../../graph/kubernetes/names.ts';
import { check } from '../check.ts';

export default check({
  id: 'flux/reference-missing',
  title: 'Flux object that refers to one which is not there',
  dimension: 'functionality',
  severity: 'high',
  why: 'A Kustomization or HelmRelease whose source or dependency does not exist waits for it for ever: nothing is applied, and only its own status says so.',
  sources: ['https://fluxcd.io/flux/components/kustomize/kustomizations/#source-reference'],
  visits: fluxReferences,
  judge({ resource, type, name, namespace, at, siblings }, graph) {
    // where none of the others is found either, they are made elsewhere
    // flux bootstrap makes a source of that name itself
    if (siblings === 0 || name.includes('${') || name === 'flux-system') return;
    if (resolveName(graph, resource, type, name, { namespace }).length > 0) return;
    return {
      message: `${resource.address} needs ${type.split('.')[0]} ${name}, which nothing in the repository declares${namespace ? ` in namespace ${namespace}` : ''}: correct the name, or declare it.`,
      at,
      key: `${type}/${name}`,
    };
  },
  examples: {
    bad: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: shop
  namespace: flux-system
spec:
  interval: 5m
  url: https://github.com/example/shop
  ref:
    tag: v1.4.2
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: shop
  namespace: flux-system
spec:
  interval: 10m
  path: ./deploy
  prune: true
  sourceRef:
    kind: GitRepository
    name: shop
  wait: true
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: cart
  namespace: flux-system
spec:
  interval: 10m
  path: ./deploy
  prune: true
  sourceRef:
    kind: GitRepository
    name: shoop
  wait: true
`,
    good: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: shop
  namespace: flux-system
spec:
  interval: 5m
  url: https://github.com/example/shop
  ref:
    tag: v1.4.2
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: shop
  namespace: flux-system
spec:
  interval: 10m
  path: ./deploy
  prune: true
  sourceRef:
    kind: GitRepository
    name: shop
  wait: true
`,
  },
});
