import { Mapping } from '../../model/mapping.ts';
import type { Relation } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';
import { parseImageReference } from '../../syntax/image-reference.ts';
import type { Graph } from '../graph.ts';
import { claims } from '../kubernetes/claims.ts';
import { mayMeet, namespaceOf, resolveName } from '../kubernetes/names.ts';
import { containers } from '../kubernetes/pods.ts';
import { sceneOf } from '../kubernetes/scene.ts';
import { itemsAt, textAt } from '../look.ts';

/** Claim, StatefulSet → the StorageClass that it names. */
export function linkStorageClasses(graph: Graph): Relation[] {
  return graph.select(claims).flatMap(({ resource: from, node }) => {
    const at = node.peek('storageClassName');
    if (typeof at?.content !== 'string') return [];
    return resolveName(graph, from, 'StorageClass', at.content, { anyNamespace: true }).map((to) => ({
      kind: 'uses' as const,
      from,
      to,
      at,
    }));
  });
}

/** Workload → the registry's repository that its image lies in, where the repository declares it. */
export function linkRegistries(graph: Graph): Relation[] {
  const byName = new Map<string, Resource[]>();
  for (const resource of graph.ofType('aws_ecr_repository')) {
    const name = resource.body.peek('name')?.content;
    if (typeof name === 'string') byName.set(name, [...(byName.get(name) ?? []), resource]);
  }
  if (byName.size === 0) return [];
  const seen = new Set<string>();
  return graph.select(containers).flatMap(({ node, resource: from }) => {
    const at = node.peek('image');
    if (typeof at?.content !== 'string') return [];
    const { repository } = parseImageReference(at.content);
    // Source: Amazon ECR User Guide, Private registries: account.dkr.ecr.region.amazonaws.com
    const name = /^\d{12}\.dkr\.ecr\.[\w-]+\.amazonaws\.com(?:\.cn)?\/(.+)$/.exec(repository)?.[1];
    const id = `${from.unit.id}\0${from.address}\0${name}`;
    if (name === undefined || seen.has(id)) return [];
    seen.add(id);
    return (byName.get(name) ?? [])
      .filter((to) => mayMeet(from, to))
      .map((to) => ({ kind: 'uses' as const, from, to, at }));
  });
}

/** Object → the Namespace that it states, and → the definition of its kind, where the repository declares them. */
export function linkNamespaces(graph: Graph): Relation[] {
  const definitions = new Map<string, Resource[]>();
  for (const definition of graph.ofType('CustomResourceDefinition')) {
    const type = `${textAt(definition.body, 'spec', 'names', 'kind')}.${textAt(definition.body, 'spec', 'group')}`;
    definitions.set(type, [...(definitions.get(type) ?? []), definition]);
  }
  const hasNamespaces = graph.ofType('Namespace').length > 0;
  if (!hasNamespaces && definitions.size === 0) return [];
  return graph.resources.flatMap((from): Relation[] => {
    if (from.source !== 'kubernetes') return [];
    const namespace = hasNamespaces ? namespaceOf(from) : undefined;
    const places =
      namespace === undefined ? [] : resolveName(graph, from, 'Namespace', namespace, { anyNamespace: true });
    const at = from.body.peek('metadata', 'namespace');
    return [
      ...places.map((to) => ({ kind: 'placed-in' as const, from, to, ...(at ? { at } : {}) })),
      ...(definitions.get(from.type) ?? [])
        .filter((to) => mayMeet(from, to) && (to.unit === from.unit || sceneOf(from.body.file) === ''))
        .map((to) => ({ kind: 'uses' as const, from, to })),
    ];
  });
}

/** Webhook configuration, APIService → the Service that answers for it; custom resource → the account that its pods run as. */
export function linkExtensions(graph: Graph): Relation[] {
  const webhooks = ['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].flatMap((type) =>
    graph
      .ofType(type)
      .flatMap((from) =>
        itemsAt(from.body, 'webhooks').flatMap((hook) =>
          serviceAt(graph, from, hook.peek('clientConfig', 'service')),
        ),
      ),
  );
  const services = ['APIService', 'APIService.apiregistration.k8s.io'].flatMap((type) =>
    graph.ofType(type).flatMap((from) => serviceAt(graph, from, from.body.peek('spec', 'service'))),
  );
  return [...webhooks, ...services, ...accountsOf(graph)];
}

function serviceAt(graph: Graph, from: Resource, at: ReturnType<Resource['body']['peek']>): Relation[] {
  if (!at || !(at.content instanceof Mapping)) return [];
  const namespace = textAt(at, 'namespace');
  return resolveName(graph, from, 'Service', textAt(at, 'name'), { namespace }).map((to) => ({
    kind: 'uses' as const,
    from,
    to,
    at,
  }));
}

function accountsOf(graph: Graph): Relation[] {
  return [...graph.types]
    .filter((type) => type.includes('.') && !type.startsWith('data.') && type !== 'Rollout.argoproj.io')
    .flatMap((type) =>
      graph.ofType(type).flatMap((from) => {
        const at = from.source === 'kubernetes' ? from.body.peek('spec', 'serviceAccountName') : undefined;
        if (typeof at?.content !== 'string') return [];
        return resolveName(graph, from, 'ServiceAccount', at.content).map((to) => ({
          kind: 'runs-as' as const,
          from,
          to,
          at,
        }));
      }),
    );
}
