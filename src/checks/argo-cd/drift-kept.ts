import { argoApplications } from '../../graph/gitops/argo-cd.ts';
import { standsInProduction } from '../../graph/kubernetes/stage.ts';
import { check } from '../check.ts';

export default check({
  id: 'argo-cd/drift-kept',
  title: 'Automated sync that leaves drift in place',
  dimension: 'reliability',
  severity: 'low',
  why: 'Without selfHeal a change made by hand stays until the next commit, and without prune what was deleted from Git runs on for ever: the repository says one thing, the cluster does another. Both are off by default.',
  controls: ['soc2:CC8.1'],
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/'],
  visits: argoApplications,
  judge({ resource, node }) {
    const automated = node.get('syncPolicy', 'automated');
    if (!automated || automated.get('enabled')?.flag() === false) return;
    const missing = ['selfHeal', 'prune'].filter((name) => automated.flag(name) !== true);
    if (missing.length === 0) return;
    const what = missing.map((name) =>
      name === 'prune' ? 'what is deleted from Git keeps running' : 'changes by hand stay',
    );
    return {
      message: `${resource.address} is synced by itself without ${missing.join(' and ')}, so ${what.join(', and ')}: set ${missing.map((name) => `${name}: true`).join(' and ')}.`,
      at: automated,
      ...(missing.includes('selfHeal') && standsInProduction(resource) && { severity: 'medium' }),
      fix: {
        safety: 'unsafe',
        summary: `set ${missing.join(' and ')} (the next sync undoes and deletes what Git does not say)`,
        edits: missing.map((name) => ({ op: 'set', in: automated, path: [name], value: true })),
      },
    };
  },
  examples: {
    bad: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
spec:
  project: shop
  source:
    repoURL: https://github.com/example/shop
    path: deploy
    targetRevision: v1.4.2
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
  syncPolicy:
    automated:
      prune: true
`,
    good: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
spec:
  project: shop
  source:
    repoURL: https://github.com/example/shop
    path: deploy
    targetRevision: v1.4.2
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
  syncPolicy:
    automated:
      prune: true
      selfHeal: true
`,
  },
});
