import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'flux/prune-off',
  title: 'Objects that stay after they are deleted from Git',
  dimension: 'reliability',
  severity: 'low',
  why: 'Without prune, what is deleted from the repository runs on in the cluster for ever: old workloads, open routes, bindings that somebody thought were taken away.',
  controls: ['soc2:CC8.1'],
  sources: ['https://fluxcd.io/flux/components/kustomize/kustomizations/#prune'],
  visits: resources('Kustomization.kustomize.toolkit.fluxcd.io'),
  judge({ resource, node }) {
    const prune = node.get('spec', 'prune');
    if (prune?.flag() !== false) return;
    return {
      message: `${resource.address} leaves in the cluster what is deleted from Git: set prune: true, and keep what must never go by the label kustomize.toolkit.fluxcd.io/prune: disabled.`,
      at: prune,
      fix: {
        safety: 'unsafe',
        summary: 'delete what Git no longer holds',
        edits: [{ op: 'replace', node: prune, value: true }],
      },
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
  prune: false
  sourceRef:
    kind: GitRepository
    name: shop
  wait: true
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
`,
  },
});
