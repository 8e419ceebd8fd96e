import { holdsFolder, plainFolder } from '../../graph/gitops/folders.ts';
import type { Graph } from '../../graph/graph.ts';
import { textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'flux/path-missing',
  title: 'Kustomization of a folder that does not exist',
  dimension: 'functionality',
  severity: 'high',
  why: 'Flux cannot build what is not there: the Kustomization fails at each interval, and what it applied before stays as it was. It usually follows a renamed folder.',
  sources: ['https://fluxcd.io/flux/components/kustomize/kustomizations/#path'],
  visits: resources('Kustomization.kustomize.toolkit.fluxcd.io'),
  judge({ resource, node }, graph) {
    const path = node.get('spec', 'path');
    const text = path?.text() ?? '';
    if (!path || text.includes('${') || plainFolder(text) === '' || holdsFolder(graph, text)) return;
    if (!isThisRepository(graph, sourceOf(resource.body))) return;
    return {
      message: `${resource.address} applies the folder ${text}, which is not in the repository, although other Kustomizations of the same source apply folders of it: correct the path.`,
      at: path,
    };
  },
  examples: {
    bad: {
      'clusters/prod/apps.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: shop
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps/shop
  prune: true
  sourceRef:
    kind: GitRepository
    name: shop
  wait: true
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: cart
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps/crt
  prune: true
  sourceRef:
    kind: GitRepository
    name: shop
  wait: true
`,
      'apps/shop/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata: { name: shop }
data: { a: b }
`,
    },
    good: {
      'clusters/prod/apps.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: shop
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps/shop
  prune: true
  sourceRef:
    kind: GitRepository
    name: shop
  wait: true
`,
      'apps/shop/config.yaml': `apiVersion: v1
kind: ConfigMap
metadata: { name: shop }
data: { a: b }
`,
    },
  },
});

function sourceOf(body: Node): string {
  return `${textAt(body, 'spec', 'sourceRef', 'kind')}/${textAt(body, 'spec', 'sourceRef', 'name')}`;
}

/** Whether a source is this very repository: most of the Kustomizations of it apply folders that are here. */
function isThisRepository(graph: Graph, source: string): boolean {
  const known = graph.derive(isThisRepository, () => new Map<string, boolean>());
  let answer = known.get(source);
  if (answer === undefined) {
    const paths = graph
      .ofType('Kustomization.kustomize.toolkit.fluxcd.io')
      .filter(({ body }) => sourceOf(body) === source)
      .map(({ body }) => textAt(body, 'spec', 'path'))
      .filter((path) => plainFolder(path) !== '' && !path.includes('${'));
    const here = paths.filter((path) => holdsFolder(graph, path));
    answer = here.length > 0 && here.length * 2 >= paths.length;
    known.set(source, answer);
  }
  return answer;
}
