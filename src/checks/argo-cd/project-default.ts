import { argoApplications } from '../../graph/gitops/argo-cd.ts';
import { standsInProduction } from '../../graph/kubernetes/stage.ts';
import { check } from '../check.ts';

export default check({
  id: 'argo-cd/project-default',
  title: 'Application in the project default',
  dimension: 'security',
  severity: 'low',
  why: 'The project default may take manifests from any repository and put anything into any namespace of any cluster. Whoever may create an Application in it may do so too. A project of its own says where its applications come from and where they go.',
  controls: ['soc2:CC6.3'],
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/projects/'],
  visits: argoApplications,
  judge({ resource, node, project }) {
    if (project !== '' && project !== 'default') return;
    // an application of applications makes the projects
    if (/\b(?:root|bootstrap|app-of-apps|apps)\b/.test(resource.name)) return;
    return {
      message: `${resource.address} belongs to the project default, which allows every source and every destination: give it an AppProject that names its own.`,
      at: node.peek('project') ?? node,
      ...(standsInProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
spec:
  project: default
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
