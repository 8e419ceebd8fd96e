import { argoApplications } from '../../graph/gitops/argo-cd.ts';
import { check } from '../check.ts';

export default check({
  id: 'argo-cd/sync-not-retried',
  title: 'Automated sync that gives up at the first error',
  dimension: 'reliability',
  severity: 'info',
  why: 'A sync that fails because a webhook was restarting or a CRD was not there yet is not tried again for the same commit unless retry says so: the application stays out of sync until somebody looks. A few attempts with a growing pause cost nothing.',
  sources: ['https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml'],
  visits: argoApplications,
  judge({ resource, node }) {
    const automated = node.get('syncPolicy', 'automated');
    if (!automated || node.has('syncPolicy', 'retry')) return;
    return {
      message: `${resource.address} is synced by itself and not tried again where that fails: add syncPolicy.retry with a limit of about 5.`,
      at: automated,
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
    automated: { prune: true, selfHeal: true }
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
    automated: { prune: true, selfHeal: true }
    retry: { limit: 5 }
`,
  },
});
