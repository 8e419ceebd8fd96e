import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';
import { resolveName } from './names.ts';

/** A wish for storage: a PersistentVolumeClaim, or a template of a StatefulSet. The node is its specification. */
export interface Claim extends Subject {
  readonly name: string;
  /** each pod of a StatefulSet has its own */
  readonly isTemplate: boolean;
}

export const claims: Selector<Claim> = {
  of: 'volume claims',
  find: (graph: Graph) => [
    ...graph.ofType('PersistentVolumeClaim').flatMap((resource) => {
      const node = resource.body.peek('spec');
      return node ? [{ resource, node, name: resource.name, isTemplate: false }] : [];
    }),
    ...graph.ofType('StatefulSet').flatMap((resource) =>
      itemsAt(resource.body, 'spec', 'volumeClaimTemplates').flatMap((template) => {
        const node = template.peek('spec');
        return node ? [{ resource, node, name: textAt(template, 'metadata', 'name'), isTemplate: true }] : [];
      }),
    ),
  ],
};

/** The StorageClass of a claim, where the repository declares it; one that names none takes the class marked as default. */
export function storageClassOf(graph: Graph, { resource, node }: Claim): Resource | undefined {
  const name = node.text('storageClassName');
  if (name !== undefined)
    return resolveName(graph, resource, 'StorageClass', name, { anyNamespace: true })[0];
  return graph
    .ofType('StorageClass')
    .find(
      (storageClass) =>
        storageClass.unit === resource.unit &&
        textAt(
          storageClass.body,
          'metadata',
          'annotations',
          'storageclass.kubernetes.io/is-default-class',
        ) === 'true',
    );
}

/** What happens to a volume when its claim is deleted. Source: Kubernetes API, StorageClass: Delete where nothing is said. */
export function reclaimPolicyOf(storageClass: Resource): string {
  return storageClass.body.text('reclaimPolicy') ?? 'Delete';
}
