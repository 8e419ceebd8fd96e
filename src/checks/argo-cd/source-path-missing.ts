import type { ArgoSource } from '../../graph/gitops/argo-cd.ts';
import { argoApplications, isTemplated } from '../../graph/gitops/argo-cd.ts';
import { holdsFolder } from '../../graph/gitops/folders.ts';
import type { Graph } from '../../graph/graph.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'argo-cd/source-path-missing',
  title: 'Application of a folder that does not exist',
  dimension: 'functionality',
  severity: 'high',
  why: 'Argo CD cannot render what is not there: the application stays in ComparisonError, and what it deployed before stays as it was. It usually follows a renamed folder.',
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/application-specification/'],
  visits: argoApplications,
  judge({ resource, sources, isTemplate }, graph) {
    if (isTemplate) return;
    return sources.flatMap((source): Fault[] => {
      const { path, repository, revision } = source;
      if (path === '' || isTemplated(path) || source.chart || !isThisRepository(graph, source)) return [];
      if (holdsFolder(graph, path) || graph.paths.includes(path)) return [];
      // another branch or tag may have had it
      if (!/^(?:|HEAD|main|master)$/.test(revision)) return [];
      return [
        {
          message: `${resource.address} deploys the folder ${path} of ${repository}, which is not there, although others of its applications deploy folders of this repository: correct the path.`,
          at: source.node.get('path')!,
          key: path,
        },
      ];
    });
  },
  examples: {
    bad: {
      'apps/shop.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
spec:
  project: shop
  source:
    repoURL: https://github.com/example/shop
    path: deploy/shp
    targetRevision: main
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: cart
  namespace: argocd
spec:
  project: shop
  source:
    repoURL: https://github.com/example/shop
    path: deploy/cart
    targetRevision: main
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
`,
      'deploy/cart/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata: { name: cart }
data: { a: b }
`,
    },
    good: {
      'apps/shop.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
spec:
  project: shop
  source:
    repoURL: https://github.com/example/shop
    path: deploy/shop
    targetRevision: main
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: cart
  namespace: argocd
spec:
  project: shop
  source:
    repoURL: https://github.com/example/shop
    path: deploy/cart
    targetRevision: main
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
`,
      'deploy/cart/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata: { name: cart }
data: { a: b }
`,
      'deploy/shop/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata: { name: shop }
data: { a: b }
`,
    },
  },
});

/** Whether a source is this very repository: most of the applications that name it deploy folders that are here. */
function isThisRepository(graph: Graph, { repository }: ArgoSource): boolean {
  const known = graph.derive(isThisRepository, () => new Map<string, boolean>());
  let answer = known.get(repository);
  if (answer === undefined) {
    const paths = graph
      .select(argoApplications)
      .flatMap(({ sources }) => sources)
      .filter(
        (source) =>
          source.repository === repository && /[^./]/.test(source.path) && !isTemplated(source.path),
      )
      .map(({ path }) => path);
    const here = paths.filter((path) => holdsFolder(graph, path));
    answer = here.length > 0 && here.length * 2 >= paths.length;
    known.set(repository, answer);
  }
  return answer;
}
