import type { SimulationSettings } from '../../config/simulation.ts';
import type { Resource } from '../../model/resource.ts';
import { isKeptApart } from '../scenarios/spreading.ts';
import type { Provider } from './allocatable.ts';
import type { Assumptions } from './assumption.ts';
import { type NodePool, smallestOf } from './node-pool.ts';
import { defaults } from './settings.ts';
import type { Workload } from './workload.ts';

const machines: Readonly<Partial<Record<Provider, string>>> = {
  eks: defaults.instanceType,
  gke: 'e2-standard-4',
  aks: 'Standard_D4s_v5',
  other: defaults.instanceType,
};

/**
 * Nodes for workloads whose cluster the repository does not describe: the same number in each zone, and half as many again as
 * the requests come to, so that no answer is about room, of which nothing is known.
 */
export function assumedPool(
  workloads: readonly Workload[],
  resources: readonly Resource[],
  settings: SimulationSettings,
  assume: Assumptions,
): NodePool {
  const zones = settings.zones ?? defaults.zones;
  const provider = providerOf(resources);
  const { type, allocatable } =
    smallestOf([settings.instanceType ?? machines[provider]!], provider) ??
    smallestOf([machines[provider]!], provider)!;
  const wanted = (amount: (one: Workload) => number) =>
    workloads.reduce((sum, one) => (one.kind === 'daemon' ? sum : sum + one.replicas * amount(one)), 0);
  // what DaemonSets leave of a node; where they leave next to nothing, that is found when they are placed
  const left = (kind: 'cpu' | 'memory') => {
    const taken = workloads.reduce((sum, one) => (one.kind === 'daemon' ? sum + one.spec[kind] : sum), 0);
    return Math.max(allocatable[kind] - taken, allocatable[kind] / 4);
  };
  const needed = Math.max(
    (1.5 * wanted(({ spec }) => spec.cpu)) / left('cpu'),
    (1.5 * wanted(({ spec }) => spec.memory)) / left('memory'),
    wanted(() => 1) / allocatable.pods,
    zones,
    // pods that shun each other need a node each, and one more for a rollout
    ...workloads.map((one) => (isKeptApart(one, 'node') ? one.replicas + 1 : 0)),
  );
  const count = settings.nodes ?? Math.ceil(needed / zones) * zones;
  assume.add({
    about: 'the cluster',
    assumed: `${count} nodes of ${type} in ${zones} zones`,
    because: 'the repository declares no nodes; enough of them that room is no question',
    setBy: '--nodes, --instance-type and --zones, or simulation: in plinth.config.yaml',
  });
  return {
    name: 'assumed',
    provider,
    zones: Array.from({ length: zones }, (_, at) => `zone-${'abcdefghij'[at] ?? at}`),
    instanceType: type,
    allocatable,
    min: count,
    desired: count,
    max: count,
    spot: false,
    labels: new Map(),
    taints: [],
    replacesNodes: true,
  };
}

function providerOf(resources: readonly Resource[]): Provider {
  const types = new Set(resources.map(({ type }) => type));
  if (types.has('google_container_cluster')) return 'gke';
  if (types.has('azurerm_kubernetes_cluster')) return 'aks';
  return types.has('aws_eks_cluster') ? 'eks' : 'other';
}
