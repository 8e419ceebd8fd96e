import { argoApplications } from '../../graph/gitops/argo-cd.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'argo-cd/sync-replaces-objects',
  title: 'Sync that replaces or forces what it changes',
  dimension: 'reliability',
  severity: 'low',
  why: 'Replace=true overwrites whole objects, with what other controllers wrote into them, and Force=true deletes and makes anew what cannot be changed in place: an outage in the first case, lost data in the second. Set it as an annotation on the one object that needs it.',
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/'],
  visits: argoApplications,
  judge({ resource, node }) {
    return node.list('syncPolicy', 'syncOptions').flatMap((at): Fault[] => {
      const option = (at.text() ?? '').replaceAll(' ', '');
      if (option !== 'Replace=true' && option !== 'Force=true') return [];
      return [
        {
          message: `${resource.address} sets ${option} for all of its objects, which ${option === 'Force=true' ? 'deletes and makes anew whatever cannot be changed in place' : 'overwrites what other controllers have written into them'}: set it by annotation on the object that needs it.`,
          at,
          key: option,
        },
      ];
    });
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
    syncOptions: [Replace=true]
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
    syncOptions: [ServerSideApply=true]
`,
  },
});
