import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { monitorNamespaces } from '../links/selectors.ts';
import { itemsAt } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';
import { mayMeet, namespaceOf } from './names.ts';
import { isSystemNamespace } from './namespaces.ts';
import { workloadTypes } from './pods.ts';
import { sceneOf } from './scene.ts';

/** Kinds of the Prometheus Operator that say what to scrape, with the list of their endpoints. */
const monitorTypes = {
  'ServiceMonitor.monitoring.coreos.com': { endpoints: 'endpoints', on: 'Service' },
  'PodMonitor.monitoring.coreos.com': { endpoints: 'podMetricsEndpoints', on: 'container' },
} as const;

export const monitorKinds = Object.keys(monitorTypes);

/** One place that a monitor scrapes. */
export interface MonitorEndpoint extends Subject {
  /** what has the port that it names */
  readonly on: 'Service' | 'container';
}

export const monitorEndpoints: Selector<MonitorEndpoint> = {
  of: 'scraped endpoints',
  find: (graph: Graph) =>
    Object.entries(monitorTypes).flatMap(([type, { endpoints, on }]) =>
      graph
        .ofType(type)
        .flatMap((resource) =>
          itemsAt(resource.body, 'spec', endpoints).map((node) => ({ resource, node, on })),
        ),
    ),
};

/**
 * Whether the repository is where the targets of a monitor would be declared: it holds a workload or Service in one of
 * the namespaces that the monitor looks at, and none of them is the cluster's own.
 */
export function looksHere(graph: Graph, monitor: Resource): boolean {
  const namespaces = monitorNamespaces(monitor.body);
  const names = typeof namespaces === 'object' ? [...namespaces] : [namespaceOf(monitor)];
  if (names.some(isSystemNamespace)) return false;
  // the answer is the same for all that stand where this one stands and look where it looks
  const answers = graph.derive(looksHere, () => new Map<string, boolean>());
  const place = JSON.stringify([
    monitor.unit.id,
    sceneOf(monitor.body.file),
    namespaces === 'any' || names.includes(undefined) ? [] : names,
  ]);
  let answer = answers.get(place);
  if (answer === undefined) {
    answer = holdsTargets(graph, monitor, namespaces === 'any' ? [undefined] : names);
    answers.set(place, answer);
  }
  return answer;
}

/** @param names of namespaces; `undefined` stands for any */
function holdsTargets(graph: Graph, monitor: Resource, names: readonly (string | undefined)[]): boolean {
  const anywhere = names.includes(undefined);
  return [...workloadTypes, 'Service'].some((type) =>
    graph.ofType(type).some((other) => {
      if (!mayMeet(monitor, other)) return false;
      const namespace = namespaceOf(other);
      return anywhere || namespace === undefined || names.includes(namespace);
    }),
  );
}
