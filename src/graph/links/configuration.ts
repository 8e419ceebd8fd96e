import type { Node } from '../../model/node.ts';
import type { Relation } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';
import { type Named, namedResources, wordsOf } from '../cloud-names.ts';
import type { Graph } from '../graph.ts';
import { environmentVariables } from '../kubernetes/environment-variables.ts';
import { mayMeet, pairsOf } from '../kubernetes/names.ts';
import { containers } from '../kubernetes/pods.ts';
import { servicesNamedIn } from '../kubernetes/service-hosts.ts';
import { itemsAt } from '../look.ts';

/** A value that configures something: of a ConfigMap, a Secret, or a container's own. */
interface Setting {
  readonly from: Resource;
  readonly key: string;
  readonly value: string;
  readonly at: Node;
}

/**
 * What is configured → the cloud resources that its values name (a queue's URL, a bucket, a database host) and the Services
 * whose host names they hold.
 */
export function linkConfiguration(graph: Graph): Relation[] {
  const named = namedResources(graph);
  const seen = new Set<string>();
  return settingsOf(graph).flatMap(({ from, key, value, at }) => {
    const once = (to: Resource) => {
      const id = `${from.unit.id}\0${from.address}\0${to.unit.id}\0${to.address}`;
      return !seen.has(id) && seen.add(id);
    };
    const cloud =
      named.size === 0
        ? []
        : wordsOf(value)
            .flatMap((word) => meant(from, named.get(word) ?? []))
            .filter(({ resource }) => once(resource))
            .map(({ resource }) => ({ kind: 'configured-by' as const, from, to: resource, at }));
    const called = servicesNamedIn(graph, from, key, value)
      .filter(once)
      .map((to) => ({ kind: 'calls' as const, from, to, at }));
    return [...cloud, ...called];
  });
}

/** A name that is not there in its own environment means the one of another, by mistake or on purpose. */
function meant(from: Resource, named: readonly Named[]): readonly Named[] {
  const near = named.filter(({ resource }) => mayMeet(from, resource));
  return near.length > 0 ? near : named;
}

/** The data of a Secret is in Base64. What it says is looked at for names, and never shown. */
function decoded(setting: Setting): Setting {
  return { ...setting, value: Buffer.from(setting.value, 'base64').toString('latin1') };
}

function settingsOf(graph: Graph): Setting[] {
  const ofMap = (from: Resource, field: string) => {
    const data = from.body.peek(field);
    return pairsOf(data).map(([key, value]) => ({ from, key, value, at: data!.peek(key)! }));
  };
  return [
    ...graph.ofType('ConfigMap').flatMap((from) => ofMap(from, 'data')),
    ...graph
      .ofType('Secret')
      .flatMap((from) => [...ofMap(from, 'stringData'), ...ofMap(from, 'data').map(decoded)]),
    ...graph.select(environmentVariables).flatMap(({ resource: from, name: key, node }) => {
      const at = node.peek('value');
      return typeof at?.content === 'string' ? [{ from, key, value: at.content, at }] : [];
    }),
    ...graph
      .select(containers)
      .flatMap(({ resource: from, node }) =>
        ['args', 'command'].flatMap((field) =>
          itemsAt(node, field).flatMap((at) =>
            typeof at.content === 'string' ? [{ from, key: '', value: at.content, at }] : [],
          ),
        ),
      ),
  ];
}
