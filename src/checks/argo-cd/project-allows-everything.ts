import { itemsAt, textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'argo-cd/project-allows-everything',
  title: 'Project that allows everything',
  dimension: 'security',
  severity: 'medium',
  why: 'A project is the wall between teams: it says from which repositories their applications may come, and which namespaces and cluster-wide kinds they may touch. With * for all of it, whoever can write one Application is an administrator of the cluster.',
  controls: ['soc2:CC6.3'],
  sources: ['https://argo-cd.readthedocs.io/en/stable/user-guide/projects/'],
  visits: resources('AppProject.argoproj.io'),
  judge({ resource, node }) {
    const anySource = itemsAt(node, 'spec', 'sourceRepos').find(({ content }) => content === '*');
    const anyPlace = itemsAt(node, 'spec', 'destinations').find(
      (place) =>
        textAt(place, 'namespace') === '*' &&
        /^(?:\*|https:\/\/kubernetes\.default\.svc)$/.test(textAt(place, 'server') || textAt(place, 'name')),
    );
    const anyKind = itemsAt(node, 'spec', 'clusterResourceWhitelist').find(
      (kind) => textAt(kind, 'group') === '*' && textAt(kind, 'kind') === '*',
    );
    const found = [
      ...(anySource ? [{ at: anySource, what: 'every source' }] : []),
      ...(anyPlace ? [{ at: anyPlace, what: 'every namespace' }] : []),
      ...(anyKind ? [{ at: anyKind, what: 'every cluster-wide kind' }] : []),
    ];
    if (found.length < 2) return;
    return {
      message: `${resource.address} allows ${found.map(({ what }) => what).join(' and ')}, so that an Application in it can change whatever it likes: name the repositories, namespaces and kinds that its team needs.`,
      at: found[0]!.at,
      ...(found.length === 2 && { severity: 'low' }),
    };
  },
  examples: {
    bad: `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: shop
  namespace: argocd
spec:
  sourceRepos: ['*']
  destinations:
    - server: https://kubernetes.default.svc
      namespace: '*'
  clusterResourceWhitelist:
    - { group: '*', kind: '*' }
`,
    good: `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: shop
  namespace: argocd
spec:
  sourceRepos: [https://github.com/example/shop]
  destinations:
    - server: https://kubernetes.default.svc
      namespace: shop
`,
  },
});
