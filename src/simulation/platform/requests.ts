import type { SimulationSettings } from '../../config/simulation.ts';
import type { Graph } from '../../graph/graph.ts';
import { type ComputeResource, requestOf } from '../../graph/kubernetes/compute-resources.ts';
import { pairsOf } from '../../graph/kubernetes/names.ts';
import { type Container, containersOf, type Pod } from '../../graph/kubernetes/pods.ts';
import { parseQuantity } from '../../graph/kubernetes/quantity.ts';
import type { Assumptions } from './assumption.ts';
import { orElse } from './reading.ts';

export interface Requests {
  /** millicores */
  readonly cpu: number;
  /** bytes */
  readonly memory: number;
}

/**
 * What the scheduler counts for a pod: its containers together, or its most demanding init container beside the sidecars that
 * run by then, whichever is more; and its overhead. Source: Kubernetes documentation, Init Containers and Pod Overhead.
 */
export function requestsOf(
  graph: Graph,
  pod: Pod,
  settings: SimulationSettings,
  assume: Assumptions,
): Requests {
  const amount = (resource: ComputeResource) =>
    total(pod, (one) => requested(graph, one, resource, settings, assume));
  for (const container of containersOf(pod))
    for (const [name] of pairsOf(container.node.peek('resources', 'limits')))
      if (name.includes('/') && !name.startsWith('hugepages'))
        assume.add({
          about: pod.resource.address,
          assumed: `nodes have the ${name} that it asks for`,
          because: 'devices of nodes are not told in the repository',
        });
  const overhead = (name: string) =>
    parseQuantity(String(pod.node.peek('overhead', name)?.content ?? '')) ?? 0;
  return {
    cpu: Math.max(0, Math.ceil((amount('cpu') + overhead('cpu')) * 1000 - 1e-6)),
    memory: Math.ceil(amount('memory') + overhead('memory')),
  };
}

function total(pod: Pod, amount: (container: Container) => number): number {
  let running = 0;
  let sidecars = 0;
  let most = 0;
  for (const container of containersOf(pod)) {
    const { role } = container;
    if (role === 'ephemeral') continue;
    const wanted = amount(container);
    if (role === 'init') most = Math.max(most, sidecars + wanted);
    else running += wanted;
    if (role === 'sidecar') sidecars += wanted;
  }
  return Math.max(running, most);
}

function requested(
  graph: Graph,
  container: Container,
  resource: ComputeResource,
  settings: SimulationSettings,
  assume: Assumptions,
): number {
  const set = resource === 'cpu' ? settings.cpuRequest : settings.memoryRequest;
  const fallback = set === undefined ? 0 : (parseQuantity(set) ?? 0);
  const told = (because: string) => {
    if (container.role === 'init') return fallback;
    assume.add({
      about: container.resource.address,
      assumed:
        set === undefined
          ? `no ${resource} counts for it, as for the scheduler`
          : `a request of ${set} ${resource}`,
      because,
      setBy: `--${resource}-request, simulation.${resource}Request`,
      source: 'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    });
    return fallback;
  };
  return orElse(
    () => {
      const setting = requestOf(graph, container, resource);
      return setting?.amount ?? told(`a container requests no ${resource}`);
    },
    (reason) => told(`the ${resource} request is not known: ${reason}`),
  );
}
