import { namedResources, wordsOf } from '../../graph/cloud-names.ts';
import type { Graph } from '../../graph/graph.ts';
import { itemsAt, textAt } from '../../graph/kubernetes/look.ts';
import { mayMeet, pairsOf, resolveName } from '../../graph/kubernetes/names.ts';
import { containersOf, type Pod, podOf } from '../../graph/kubernetes/pods.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { hostsIn } from './hosts.ts';
import type { Managed } from './managed.ts';
import type { Workload } from './workload.ts';

/** Something that a workload calls. */
export interface Dependency {
  readonly from: Workload;
  readonly to:
    | { readonly kind: 'workload'; readonly workload: Workload }
    | { readonly kind: 'managed'; readonly managed: Managed }
    | { readonly kind: 'external'; readonly host: string };
  /** how the repository shows it: `DATABASE_HOST in ConfigMap/shop/api-config` */
  readonly through: string;
  readonly at: Node;
  /** it can do without; only where that was set */
  readonly optional: boolean;
}

/** What workloads call, by the host names and resource names that their settings hold. */
export function dependenciesOf(
  graph: Graph,
  workloads: readonly Workload[],
  managed: readonly Managed[],
  optional: readonly string[],
): readonly Dependency[] {
  const byService = new Map<Resource, Workload[]>();
  for (const workload of workloads)
    for (const service of workload.services)
      byService.set(service, [...(byService.get(service) ?? []), workload]);
  const byResource = new Map(managed.map((one) => [one.resource, one]));
  const canDoWithout = new Set(optional.map((text) => text.replace(/\s+/g, '')));
  return workloads.flatMap((from) => {
    const found = new Map<string, Dependency>();
    const add = (to: Dependency['to'], through: string, at: Node) => {
      const key = nameOf(to);
      if (to.kind === 'workload' && to.workload === from) return;
      if (!found.has(key))
        found.set(key, { from, to, through, at, optional: canDoWithout.has(`${from.name}->${key}`) });
    };
    for (const { name, value, at, through } of settingsOf(graph, from)) {
      for (const word of wordsOf(value))
        for (const { resource } of namedResources(graph).get(word) ?? []) {
          const one = byResource.get(resource);
          if (one && mayMeet(from.resource, resource)) add({ kind: 'managed', managed: one }, through, at);
        }
      for (const { host, isLocal } of hostsIn(name, value)) {
        const [service = '', namespace] = host.split('.');
        const services = resolveName(
          graph,
          from.resource,
          'Service',
          service,
          namespace && isLocal ? { namespace } : {},
        );
        const behind = isLocal ? services.flatMap((one) => byService.get(one) ?? []) : [];
        for (const workload of behind) add({ kind: 'workload', workload }, through, at);
        if (!isLocal && !isOwn(host, found)) add({ kind: 'external', host }, through, at);
      }
    }
    return [...found.values()];
  });
}

/** As a person would name it in `simulation.optional`. */
export function nameOf(to: Dependency['to']): string {
  if (to.kind === 'workload') return to.workload.name;
  return to.kind === 'managed' ? to.managed.address : to.host;
}

/** A host of a service that is known by its name already: the endpoint of a database, the URL of a queue. */
function isOwn(host: string, found: ReadonlyMap<string, Dependency>): boolean {
  return (
    /(^|\.)amazonaws\.com(\.cn)?$|\.googleapis\.com$|\.azure\.com$|\.windows\.net$/.test(host) &&
    found.size > 0
  );
}

interface Setting {
  readonly name: string;
  readonly value: string;
  readonly at: Node;
  readonly through: string;
}

/** Environment variables and arguments of a workload's containers, with what they take from ConfigMaps. */
function settingsOf(graph: Graph, { resource }: Workload): readonly Setting[] {
  const pod = podOf(resource);
  if (!pod) return [];
  return containersOf(pod).flatMap(({ node, role }) => {
    if (role === 'ephemeral') return [];
    const variables = itemsAt(node, 'env').flatMap((item) => variableOf(graph, pod, item));
    const sources = itemsAt(node, 'envFrom').flatMap((item) => {
      const name = textAt(item, 'configMapRef', 'name');
      return name ? allOf(graph, pod, name) : [];
    });
    const words = [...itemsAt(node, 'args'), ...itemsAt(node, 'command')].flatMap((item) => argumentOf(item));
    return [...variables, ...sources, ...words];
  });
}

function variableOf(graph: Graph, pod: Pod, item: Node): Setting[] {
  const name = textAt(item, 'name');
  const value = item.peek('value');
  if (typeof value?.content === 'string')
    return [{ name, value: value.content, at: value, through: `environment variable ${name}` }];
  const map = textAt(item, 'valueFrom', 'configMapKeyRef', 'name');
  const key = textAt(item, 'valueFrom', 'configMapKeyRef', 'key');
  return map ? allOf(graph, pod, map).filter((one) => one.name === key) : [];
}

function allOf(graph: Graph, pod: Pod, name: string): Setting[] {
  const [map] = resolveName(graph, pod.resource, 'ConfigMap', name);
  const data = map?.body.peek('data');
  return pairsOf(data).map(([key, value]) => ({
    name: key,
    value,
    at: data!.peek(key)!,
    through: `${key} in ${map!.address}`,
  }));
}

/** `--redis=redis:6379` and what stands alone. */
function argumentOf(item: Node): Setting[] {
  if (typeof item.content !== 'string') return [];
  const [, name = '', value = item.content] = /^--?([\w.-]+)[= ](.*)$/s.exec(item.content) ?? [];
  return [{ name, value, at: item, through: `argument ${name ? `--${name}` : item.content.slice(0, 40)}` }];
}
