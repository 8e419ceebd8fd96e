import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Relation } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { isEmpty, labelSelector, selectWorkloads } from '../kubernetes/labels.ts';
import { namespaceOf } from '../kubernetes/names.ts';
import { isMetricsPort } from '../kubernetes/traffic.ts';
import { itemsAt, textAt } from '../look.ts';

/** A rule that lets in more than these says nothing about any of them. */
const mostPeers = 12;

/** Workload → the workload that a NetworkPolicy lets it reach: nobody opens a way that is never gone. */
export function linkNetworkPeers(graph: Graph): Relation[] {
  return graph.ofType('NetworkPolicy').flatMap((policy) => {
    const rules = itemsAt(policy.body, 'spec', 'ingress').filter((rule) => !isForMetrics(rule));
    if (rules.length === 0) return [];
    const selector = policy.body.peek('spec', 'podSelector');
    const wanted = labelSelector(selector);
    if (!selector || isEmpty(wanted)) return [];
    const targets = selectWorkloads(graph, policy, wanted);
    if (targets.length === 0 || targets.length > mostPeers) return [];
    return rules.flatMap((rule) =>
      itemsAt(rule, 'from').flatMap((peer) => {
        const sources = peersOf(graph, policy, peer);
        return sources.flatMap((from) =>
          targets.filter((to) => to !== from).map((to) => ({ kind: 'reaches' as const, from, to, at: peer })),
        );
      }),
    );
  });
}

/** Pods that are told by labels; a peer of all pods, or of a whole namespace, is nobody in particular. */
function peersOf(graph: Graph, policy: Resource, peer: Node): readonly Resource[] {
  const selector = labelSelector(peer.peek('podSelector'));
  if (isEmpty(selector)) return [];
  const elsewhere = peer.peek('namespaceSelector');
  const found = selectWorkloads(graph, policy, selector, elsewhere ? 'any' : 'same');
  // Source: Kubernetes documentation, Network Policies: each namespace carries its name as a label
  const name = textAt(elsewhere, 'matchLabels', 'kubernetes.io/metadata.name');
  const near = name === '' ? found : found.filter((one) => (namespaceOf(one) ?? name) === name);
  return near.length > mostPeers ? [] : near;
}

function isForMetrics(rule: Node): boolean {
  const ports = itemsAt(rule, 'ports');
  return (
    ports.length > 0 &&
    ports.every(
      ({ content }) => content instanceof Mapping && isMetricsPort(String(content.get('port')?.content)),
    )
  );
}
