import type { MachineSize } from './instance-sizes.ts';

/** Who runs the nodes: a Kubernetes service, instances of ECS, the machines of Fargate, or instances that are the service themselves. */
export type Provider = 'eks' | 'gke' | 'aks' | 'other' | 'ecs' | 'fargate' | 'ec2';

/** What pods of a node may request in all: millicores, bytes, and how many they may be. */
export interface Allocatable {
  readonly cpu: number;
  readonly memory: number;
  readonly pods: number;
}

/** Where the rules come from. */
export const reservationSources: Readonly<Record<Provider, string>> = {
  eks: 'https://github.com/awslabs/amazon-eks-ami/blob/main/nodeadm/internal/kubelet/config.go',
  gke: 'https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes',
  aks: 'https://learn.microsoft.com/azure/aks/node-resource-reservations',
  other: 'https://kubernetes.io/docs/tasks/administer-cluster/reserve-compute-resources/',
  ecs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/memory-management.html',
  fargate: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
  ec2: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html',
};

const mib = 2 ** 20;
/** The kubelet evicts pods below it. */
const evictionMib = 100;
/** Source: kubelet configuration, maxPods. */
const usualPods = 110;

/** What is left for pods of a machine, after what the provider keeps back for the kubelet and the system. */
export function allocatableOf(provider: Provider, size: MachineSize, maxPods?: number): Allocatable {
  const pods =
    maxPods ?? (provider === 'eks' ? (size.pods ?? usualPods) : provider === 'aks' ? 30 : usualPods);
  // ECS counts what an instance registers, which is all of it but what its kernel takes; no page gives a figure
  if (provider === 'ecs' || provider === 'ec2')
    return { cpu: size.vcpu * 1000, memory: size.mib * mib, pods: maxPods ?? 1000 };
  const kept = reserved(provider, size, pods);
  return {
    cpu: Math.floor(size.vcpu * 1000 - kept.cpu),
    memory: Math.floor((size.mib - kept.mib - evictionMib) * mib),
    pods,
  };
}

/** Kept back: millicores and MiB. */
function reserved(
  provider: Provider,
  { vcpu, mib: total }: MachineSize,
  pods: number,
): { cpu: number; mib: number } {
  if (provider === 'other') return { cpu: 0, mib: 0 };
  const share = cpuShares(vcpu);
  if (provider === 'eks') return { cpu: share, mib: 11 * pods + 255 };
  if (provider === 'aks') return { cpu: aksCpu(vcpu), mib: Math.min(20 * pods + 50, total / 4) };
  return { cpu: share, mib: total < 1024 ? 255 : steps(total / 1024, gkeMemory) * 1024 };
}

/** 6 % of the first core, 1 % of the second, 0.5 % of the next two, 0.25 % of the rest: of EKS and GKE alike. */
function cpuShares(vcpu: number): number {
  return (
    steps(vcpu, [
      [1, 0.06],
      [2, 0.01],
      [4, 0.005],
      [Number.POSITIVE_INFINITY, 0.0025],
    ]) * 1000
  );
}

/** GiB up to which a share is kept. */
const gkeMemory = [
  [4, 0.25],
  [8, 0.2],
  [16, 0.1],
  [128, 0.06],
  [Number.POSITIVE_INFINITY, 0.02],
] as const;

function steps(amount: number, table: readonly (readonly [upTo: number, share: number])[]): number {
  let from = 0;
  let kept = 0;
  for (const [upTo, share] of table) {
    if (amount > from) kept += (Math.min(amount, upTo) - from) * share;
    from = upTo;
  }
  return kept;
}

/** Millicores by cores; between two sizes the larger one counts. */
function aksCpu(vcpu: number): number {
  const table = [
    [1, 60],
    [2, 100],
    [4, 140],
    [8, 180],
    [16, 260],
    [32, 420],
  ] as const;
  return table.find(([cores]) => vcpu <= cores)?.[1] ?? 740;
}
