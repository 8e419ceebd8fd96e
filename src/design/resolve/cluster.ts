import type { Resources } from '../../blueprint/blueprint.ts';
import type { Owner } from '../architecture.ts';
import type { Datastore } from '../datastore.ts';
import type { Cluster, Namespace, NodePool } from '../environment.ts';
import { archiver, type Hosted, hostedIn, isArchived, isHosted } from '../hosted.ts';
import { nameIn } from '../names.ts';
import { fitsOn, type NodeType, nodeTypes, proxy, roomOn } from '../node-size.ts';
import type { Job, Service } from '../workload.ts';
import type { Here } from './here.ts';

/**
 * The minor version of Kubernetes that clusters begin with: EKS supports it as standard until 2027-03-27, and every chart
 * that we pin supports it. Source: Amazon EKS User Guide, Kubernetes release calendar.
 */
export const kubernetesVersion = '1.35';

/** The oldest minor version that takes what is written for clusters. */
export const oldestKubernetes = '1.33';

/** The cluster of an environment, with nodes for what will be asked of them. */
export function clusterOf(
  here: Here,
  services: readonly Service[],
  jobs: readonly Job[],
  datastores: readonly Datastore[],
  serviceCidr: string,
): Cluster {
  return {
    name: nameIn(here.named, here.named.system, 'cluster'),
    version: kubernetesVersion,
    serviceCidr,
    nodePools: poolsOf(here, services, jobs, datastores),
    logTypes: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
  };
}

function poolsOf(
  { asked, choices, schedule }: Here,
  services: readonly Service[],
  jobs: readonly Job[],
  datastores: readonly Datastore[],
): NodePool[] {
  const withProxy = choices.mesh === 'none' ? { cpuMilli: 0, memoryMi: 0 } : proxy;
  const usual = services.map(({ scale, requests, spot }) => ({
    replicas: scale.min,
    most: scale.max,
    requests,
    spot,
  }));
  const hosted = hostedIn({ datastores }).map((one) => ({ ...askedBy(one), spot: false }));
  const batch = jobs.map(({ requests, spot }) => ({ replicas: 0, most: 1, requests, spot }));
  const all = [...usual, ...hosted, ...batch];
  const total = (count: 'replicas' | 'most') => ({
    cpuMilli: sum(all.map((one) => one[count] * (one.requests.cpuMilli + withProxy.cpuMilli))),
    memoryMi: sum(all.map((one) => one[count] * (one.requests.memoryMi + withProxy.memoryMi))),
  });
  const wanted = total('most').cpuMilli > 60_000 ? 2 : total('most').cpuMilli > 16_000 ? 1 : 0;
  const type = nodeTypes.slice(wanted).find((one) =>
    all.every(({ requests }) =>
      fitsOn(
        {
          cpuMilli: requests.cpuMilli + withProxy.cpuMilli,
          memoryMi: requests.memoryMi + withProxy.memoryMi,
        },
        one,
      ),
    ),
  );
  // what no node holds is told (decide/limits-of-nodes.ts), and nothing is written
  const chosen = type ?? nodeTypes.at(-1)!;
  const room = roomOn(chosen);
  const zones = asked.zones;
  const [least, most] = [nodesFor(total('replicas'), chosen), nodesFor(total('most'), chosen)];
  const onSpot = all.some(({ spot }) => spot) ? choices.spot : 0;
  const general = Math.max(zones, Math.ceil(least * (1 - onSpot)));
  // those with half the memory, where that is enough for each
  const lean = all.every(({ requests }) => 2 * (requests.memoryMi + withProxy.memoryMi) <= room.memoryMi);
  const types = [chosen, chosen.replace('m7g', 'm6g'), chosen.replace('m7g', lean ? 'c7g' : 'r7g')];
  return [
    {
      name: 'system',
      instanceTypes: ['m7g.large'],
      capacity: 'on-demand',
      min: Math.max(2, Math.min(3, zones)),
      max: zones * 2,
      desired: Math.max(2, Math.min(3, zones)),
      taint: { key: 'CriticalAddonsOnly', value: 'true', effect: 'NoSchedule' },
      labels: { 'plinth.dev/pool': 'system' },
    },
    {
      name: 'general',
      instanceTypes: [chosen],
      capacity: 'on-demand',
      // by night it may have none; what the cluster keeps itself stays
      min: schedule && !datastores.some(isHosted) ? 0 : zones,
      max: Math.max(general + 1, Math.ceil(most) + 1),
      desired: general,
      labels: { 'plinth.dev/pool': 'general' },
    },
    ...(onSpot > 0
      ? [
          {
            name: 'spot',
            instanceTypes: types,
            capacity: 'spot' as const,
            min: 0,
            max: Math.max(2, Math.ceil(most * onSpot) + 1),
            desired: Math.max(1, Math.ceil(least * onSpot)),
            taint: { key: 'plinth.dev/spot', value: 'true', effect: 'NoSchedule' as const },
            labels: { 'plinth.dev/pool': 'spot' },
          },
        ]
      : []),
  ];
}

/** What the instances of a hosted datastore ask for, with what stands beside each. */
function askedBy(one: Hosted): {
  readonly replicas: number;
  readonly most: number;
  readonly requests: Resources;
} {
  const beside = isArchived(one) ? archiver : { cpuMilli: 0, memoryMi: 0 };
  const replicas = 'instances' in one ? one.instances : one.nodes;
  const requests = { cpuMilli: one.cpuMilli + beside.cpuMilli, memoryMi: one.memoryMi + beside.memoryMi };
  return { replicas, most: replicas, requests };
}

/** How many nodes of a type hold so much, as a fraction. */
function nodesFor({ cpuMilli, memoryMi }: Resources, type: NodeType): number {
  const room = roomOn(type);
  return Math.max(cpuMilli / room.cpuMilli, memoryMi / room.memoryMi);
}

/** Nodes of a pool that datastores of the cluster take, whatever else runs there. */
export function nodesOfHosted(datastores: readonly Datastore[], { instanceTypes }: NodePool): number {
  const all = hostedIn({ datastores }).map(askedBy);
  const total = (pick: (requests: Resources) => number) =>
    sum(all.map(({ replicas, requests }) => replicas * pick(requests)));
  const asked = { cpuMilli: total(({ cpuMilli }) => cpuMilli), memoryMi: total(({ memoryMi }) => memoryMi) };
  return Math.ceil(nodesFor(asked, instanceTypes[0] as NodeType));
}

/** A namespace for each team that runs something, with room for all replicas and a rollout. */
export function namespacesOf(services: readonly Service[], jobs: readonly Job[]): Namespace[] {
  const owners = new Map<string, Owner>([...services, ...jobs].map(({ owner }) => [owner.name, owner]));
  return [...owners.values()].map((owner) => {
    const own = services.filter((one) => one.namespace === owner.name);
    const batch = jobs.filter((one) => one.namespace === owner.name);
    // blue/green runs both versions whole, and so does a canary in the end that gets its share at the entrance, which
    // leaves the old one whole; a proxy may stand beside each
    const times = ({ scale, strategy, expose }: Service) =>
      scale.max * (strategy === 'blue-green' || (strategy === 'canary' && expose) ? 2 : 1.25) + 1;
    const replicas = (pick: (resources: Resources) => number, extra: number) =>
      Math.ceil(
        sum(own.map((one) => times(one) * (pick(one.requests) + extra))) +
          sum(batch.map((one) => 2 * (pick(one.requests) + extra))),
      );
    return {
      name: owner.name,
      owner,
      quota: {
        cpuMilli: roundUp(
          replicas(({ cpuMilli }) => cpuMilli, proxy.cpuMilli),
          500,
        ),
        memoryMi: roundUp(
          replicas(({ memoryMi }) => memoryMi, proxy.memoryMi),
          512,
        ),
        pods: Math.ceil(sum(own.map(times)) + batch.length * 2 + 10),
      },
    };
  });
}

function roundUp(amount: number, step: number): number {
  return Math.ceil(amount / step) * step;
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, one) => total + one, 0);
}
