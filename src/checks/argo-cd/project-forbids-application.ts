import { argoApplications, isAllowed, isTemplated } from '../../graph/gitops/argo-cd.ts';
import { resolveName } from '../../graph/kubernetes/names.ts';
import { holdsAny } from '../../graph/kubernetes/presence.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'argo-cd/project-forbids-application',
  title: 'Application that its project does not allow',
  dimension: 'functionality',
  severity: 'high',
  why: 'Argo CD refuses to sync an application whose repository, namespace or cluster its project does not name, or whose project does not exist. Both files look right alone; the application only says so in its conditions.',
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/projects/'],
  visits: argoApplications,
  judge({ resource, node, project, sources, isTemplate }, graph) {
    if (project === '' || isTemplated(project)) return;
    const [found] = resolveName(graph, resource, 'AppProject.argoproj.io', project, { anyNamespace: true });
    if (!found) {
      if (project === 'default' || !holdsAny(graph, resource, ['AppProject.argoproj.io'])) return;
      return {
        message: `${resource.address} belongs to the project ${project}, which nothing in the repository declares although other projects are: correct the name, or add the AppProject.`,
        at: node.peek('project')!,
        key: project,
      };
    }
    const faults: Fault[] = [];
    const repositories = textsAt(found.body, 'sourceRepos');
    for (const source of sources)
      if (source.repository && !isTemplated(source.repository) && !isAllowed(repositories, source.repository))
        faults.push({
          message: `${resource.address} comes from ${source.repository}, which its project ${project} does not list in sourceRepos, so it is never synced: add it there, or correct the address.`,
          at: source.node.peek('repoURL')!,
          key: source.repository,
        });
    const namespace = textAt(node, 'destination', 'namespace');
    if (namespace && !isTemplate && !isTemplated(namespace) && !mayGoTo(found.body, node, namespace))
      faults.push({
        message: `${resource.address} goes into namespace ${namespace}, which its project ${project} does not list in destinations, so it is never synced: add it there, or correct the name.`,
        at: node.peek('destination')!,
        key: namespace,
      });
    return faults;
  },
  examples: {
    bad: `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: shop
  namespace: argocd
spec:
  sourceRepos: [https://github.com/example/shop]
  destinations:
    - server: https://kubernetes.default.svc
      namespace: shop-prod
---
apiVersion: argoproj.io/v1alpha1
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
kind: AppProject
metadata:
  name: shop
  namespace: argocd
spec:
  sourceRepos: [https://github.com/example/*]
  destinations:
    - server: https://kubernetes.default.svc
      namespace: shop*
---
apiVersion: argoproj.io/v1alpha1
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

function textsAt(project: Node, field: string): readonly string[] {
  return itemsAt(project, 'spec', field).map(({ content }) => String(content));
}

/** Whether a project lists the cluster and namespace of an application. A cluster is given by address or by name. */
function mayGoTo(project: Node, application: Node, namespace: string): boolean {
  const server = textAt(application, 'destination', 'server');
  const name = textAt(application, 'destination', 'name');
  return itemsAt(project, 'spec', 'destinations').some((place) => {
    if (!isAllowed([textAt(place, 'namespace')], namespace)) return false;
    const theirs = textAt(place, 'server');
    const called = textAt(place, 'name');
    // an address and a name may mean the same cluster
    if ((server && !theirs) || (name && !called)) return true;
    return server ? isAllowed([theirs], server) : !name || isAllowed([called], name);
  });
}
