import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';
import { namespaceOf, resolveName } from './names.ts';

const group = 'gateway.networking.k8s.io';
export const gatewayType = `Gateway.${group}`;
export const routeTypes = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'].map(
  (kind) => `${kind}.${group}`,
);

/** A place where a route names the Gateway that it hangs on. The node is the reference. */
export interface ParentReference extends Subject {
  readonly name: string;
  readonly section: string;
  readonly gateways: readonly Resource[];
}

export const parentReferences: Selector<ParentReference> = {
  of: 'parents of routes',
  find: (graph: Graph) =>
    routeTypes.flatMap((type) =>
      graph.ofType(type).flatMap((resource) =>
        itemsAt(resource.body, 'spec', 'parentRefs').flatMap((node) => {
          const kind = textAt(node, 'kind') || 'Gateway';
          const name = textAt(node, 'name');
          if (kind !== 'Gateway' || name === '' || (textAt(node, 'group') || group) !== group) return [];
          const namespace = textAt(node, 'namespace') || namespaceOf(resource);
          return [
            {
              resource,
              node,
              name,
              section: textAt(node, 'sectionName'),
              gateways: resolveName(graph, resource, gatewayType, name, { namespace }),
            },
          ];
        }),
      ),
    ),
};

/** The listeners of a Gateway that a reference means. */
export function listenersOf(gateway: Resource, section: string): readonly Node[] {
  const all = itemsAt(gateway.body, 'spec', 'listeners');
  return section === '' ? all : all.filter((listener) => textAt(listener, 'name') === section);
}

/** Whether the name that a listener answers to and the one that a route asks for have a host in common. */
export function intersects(listener: string, route: string): boolean {
  if (listener === '' || listener === route) return true;
  const ends = (wild: string, name: string) => wild.startsWith('*.') && name.endsWith(wild.slice(1));
  return ends(listener, route) || ends(route, listener);
}
