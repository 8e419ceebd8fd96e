import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'argo-cd/objects-left-behind',
  title: 'Application whose objects outlive it',
  dimension: 'cost',
  severity: 'info',
  why: 'An Application without the finalizer resources-finalizer.argocd.argoproj.io leaves everything that it made in the cluster when it is deleted: workloads, load balancers and disks that nobody looks after and that cost as before.',
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/'],
  visits: resources('Application.argoproj.io'),
  judge({ resource, node }) {
    const finalizers = node.list('metadata', 'finalizers').map((item) => item.text() ?? '');
    // deleting one that holds others would take all of them along
    if (finalizers.some((name) => name.startsWith('resources-finalizer.argocd.argoproj.io'))) return;
    if (/\b(?:root|bootstrap|app-of-apps|apps)\b/.test(resource.name)) return;
    return {
      message: `${resource.address} leaves its objects in the cluster when it is deleted: add the finalizer resources-finalizer.argocd.argoproj.io, or write down that this is meant.`,
      at: node.get('metadata', 'name') ?? node,
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
`,
    good: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
  finalizers:
    - resources-finalizer.argocd.argoproj.io
spec:
  project: shop
  source:
    repoURL: https://github.com/example/shop
    path: deploy
    targetRevision: v1.4.2
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
`,
  },
});
