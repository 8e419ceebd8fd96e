import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { namespaceOf, resolveName } from '../kubernetes/names.ts';
import { itemsAt, textAt } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';

/** A place where a Flux object names another: its source, or what it depends on. */
export interface FluxReference extends Subject {
  readonly at: Node;
  readonly type: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** how many others of this kind of reference lead to something in the repository */
  readonly siblings: number;
}

const kustomization = 'Kustomization.kustomize.toolkit.fluxcd.io';
const release = 'HelmRelease.helm.toolkit.fluxcd.io';

/** `source.toolkit.fluxcd.io` kinds that a reference may mean. */
const sources = new Set(['GitRepository', 'OCIRepository', 'HelmRepository', 'HelmChart', 'Bucket']);

export const fluxReferences: Selector<FluxReference> = {
  of: 'references of Flux objects',
  find: (graph: Graph) => {
    const found = [
      ...graph
        .ofType(kustomization)
        .flatMap((from) => [
          ...sourceIn(from, from.body.peek('spec', 'sourceRef')),
          ...dependenciesOf(from, kustomization),
        ]),
      ...graph
        .ofType(release)
        .flatMap((from) => [
          ...sourceIn(from, from.body.peek('spec', 'chart', 'spec', 'sourceRef')),
          ...sourceIn(from, from.body.peek('spec', 'chartRef')),
          ...dependenciesOf(from, release),
        ]),
    ];
    const resolved = new Map<string, number>();
    for (const { resource, type, name, namespace } of found)
      if (resolveName(graph, resource, type, name, { namespace }).length > 0)
        resolved.set(type, (resolved.get(type) ?? 0) + 1);
    return found.map((reference) => ({ ...reference, siblings: resolved.get(reference.type) ?? 0 }));
  },
};

type Found = Omit<FluxReference, 'siblings'>;

function sourceIn(resource: Resource, reference: Node | undefined): Found[] {
  const kind = textAt(reference, 'kind');
  const name = textAt(reference, 'name');
  const at = reference?.peek('name');
  if (!reference || !at || name === '' || !sources.has(kind)) return [];
  const type = `${kind}.source.toolkit.fluxcd.io`;
  return [
    {
      resource,
      node: reference,
      at,
      type,
      name,
      namespace: textAt(reference, 'namespace') || namespaceOf(resource),
    },
  ];
}

function dependenciesOf(resource: Resource, type: string): Found[] {
  return itemsAt(resource.body, 'spec', 'dependsOn').flatMap((node) => {
    const name = textAt(node, 'name');
    const at = node.peek('name');
    if (!at || name === '') return [];
    return [
      { resource, node, at, type, name, namespace: textAt(node, 'namespace') || namespaceOf(resource) },
    ];
  });
}
