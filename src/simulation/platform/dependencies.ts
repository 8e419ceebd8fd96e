import { namedResources, wordsOf } from '../../graph/cloud-names.ts';
import type { Graph } from '../../graph/graph.ts';
import { mayMeet, resolveName } from '../../graph/kubernetes/names.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { hostsIn } from './hosts.ts';
import type { Managed } from './managed.ts';
import { namedInCode } from './named-in-code.ts';
import { settingsOf } from './settings-given.ts';
import { hostsOfTasks } from './task-hosts.ts';
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
  const byHost = hostsOfTasks(graph, workloads);
  const byFunction = new Map(
    workloads.flatMap((one) => (one.runs === 'function' ? [[one.name, one] as const] : [])),
  );
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
      const called = byFunction.get(value.split(':').at(-1)!);
      if (called) add({ kind: 'workload', workload: called }, through, at);
      for (const { host, isLocal } of hostsIn(name, value)) {
        const task = byHost(host);
        if (task) {
          add({ kind: 'workload', workload: task }, through, at);
          continue;
        }
        const [service = '', namespace] = host.split('.');
        const services = resolveName(
          graph,
          from.resource,
          'Service',
          service,
          namespace && isLocal ? { namespace } : {},
        );
        const behind = isLocal ? services.flatMap((one) => byService.get(one) ?? []) : [];
        const made = isLocal
          ? workloads.filter(
              ({ madeServices, namespace: own }) =>
                madeServices?.includes(service) && own === (namespace ?? from.namespace),
            )
          : [];
        for (const workload of [...behind, ...made]) add({ kind: 'workload', workload }, through, at);
        if (!isLocal && !isOwn(host, found)) add({ kind: 'external', host }, through, at);
      }
    }
    for (const { resource, through, at } of namedInCode(graph, from)) {
      const one = byResource.get(resource);
      if (one) add({ kind: 'managed', managed: one }, through, at);
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
