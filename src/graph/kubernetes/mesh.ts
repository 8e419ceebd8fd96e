import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';
import { mayMeet, namespaceOf } from './names.ts';

/** One rule of a VirtualService for HTTP. */
export const httpRoutes: Selector<Subject> = {
  of: 'HTTP rules of virtual services',
  find: (graph: Graph) =>
    graph
      .ofType('VirtualService.networking.istio.io')
      .flatMap((resource) => itemsAt(resource.body, 'spec', 'http').map((node) => ({ resource, node }))),
};

/** A place where a VirtualService sends traffic to. */
export interface MeshDestination extends Subject {
  readonly host: string;
  readonly subset: string;
}

export const meshDestinations: Selector<MeshDestination> = {
  of: 'destinations of virtual services',
  find: (graph: Graph) =>
    graph.ofType('VirtualService.networking.istio.io').flatMap((resource) =>
      ['http', 'tcp', 'tls'].flatMap((protocol) =>
        itemsAt(resource.body, 'spec', protocol).flatMap((rule) =>
          [
            ...itemsAt(rule, 'route').map((route) => route.peek('destination')),
            rule.peek('mirror'),
            ...itemsAt(rule, 'mirrors').map((mirror) => mirror.peek('destination')),
          ].flatMap((node) => {
            const host = textAt(node, 'host');
            return node && host ? [{ resource, node, host, subset: textAt(node, 'subset') }] : [];
          }),
        ),
      ),
    ),
};

/** A host of the mesh by its full name, seen from an object: `api` is `api.shop` in the namespace shop. */
export function fullHost(host: string, from: Resource): string {
  const plain = host.replace(/\.svc(?:\.cluster\.local)?$/, '');
  return plain.includes('.') || plain === '*' ? plain : `${plain}.${namespaceOf(from) ?? ''}`;
}

/** The DestinationRules that hold for a host. */
export function rulesFor(graph: Graph, from: Resource, host: string): readonly Resource[] {
  const wanted = fullHost(host, from);
  return graph.ofType('DestinationRule.networking.istio.io').filter((rule) => {
    if (!mayMeet(from, rule)) return false;
    const theirs = fullHost(textAt(rule.body, 'spec', 'host'), rule);
    return theirs === wanted || (theirs.startsWith('*') && wanted.endsWith(theirs.slice(1)));
  });
}

/** The names of the subsets that a DestinationRule declares. */
export function subsetsOf(rule: Node): readonly string[] {
  return itemsAt(rule, 'spec', 'subsets').map((subset) => textAt(subset, 'name'));
}
