import { standsInProduction } from '../../graph/kubernetes/stage.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'flux/health-not-checked',
  title: 'Kustomization that is ready before its workloads are',
  dimension: 'reliability',
  severity: 'low',
  why: 'Without wait or healthChecks a Kustomization is Ready as soon as the API has taken its objects. What depends on it starts too early, and a rollout that never gets up is reported as a success.',
  sources: ['https://fluxcd.io/flux/components/kustomize/kustomizations/#wait'],
  visits: resources('Kustomization.kustomize.toolkit.fluxcd.io'),
  judge({ resource, node }, graph) {
    if (node.flag('spec', 'wait') === true || node.list('spec', 'healthChecks').length > 0) return;
    if (node.list('spec', 'healthCheckExprs').length > 0) return;
    const isAwaited = graph
      .ofType('Kustomization.kustomize.toolkit.fluxcd.io')
      .some(({ body }) =>
        body.list('spec', 'dependsOn').some((other) => other.text('name') === resource.name),
      );
    if (!isAwaited && !standsInProduction(resource)) return;
    return {
      message: `${resource.address} ${isAwaited ? 'is waited for by others and' : 'is production and'} counts as ready before its workloads are: set wait: true, with a timeout.`,
      at: node.get('spec') ?? node,
      ...(isAwaited && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `apiVersion: kustomize.toolkit.fluxcd.io/v1
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
    name: shop
  wait: true
  dependsOn:
    - name: shop
`,
    good: `apiVersion: kustomize.toolkit.fluxcd.io/v1
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
  timeout: 5m
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
    name: shop
  wait: true
  dependsOn:
    - name: shop
`,
  },
});
