import type { PodSpec } from '../scheduling/pod.ts';
import type { Provider } from './allocatable.ts';
import type { Assumptions } from './assumption.ts';
import type { NodePool } from './node-pool.ts';
import type { Workload } from './workload.ts';

/** What a provider runs on every node by itself: name, and requested millicores. */
const known: Readonly<
  Partial<
    Record<Provider, { readonly source: string; readonly pods: readonly (readonly [string, number])[] }>
  >
> = {
  eks: {
    source:
      'https://github.com/aws/amazon-vpc-cni-k8s/blob/master/config/master/aws-k8s-cni.yaml and the kube-proxy add-on of EKS',
    // two containers of 25 millicores
    pods: [
      ['kube-proxy', 100],
      ['aws-node', 50],
    ],
  },
};

/** A pod that stands on every node of some pools. */
export interface SystemPod {
  readonly provider: Provider;
  readonly spec: PodSpec;
}

/** Pods that no manifest shows and every node runs, for the providers of the pools; what is not known is said. */
export function systemPodsOf(
  pools: readonly NodePool[],
  workloads: readonly Workload[],
  assume: Assumptions,
): readonly SystemPod[] {
  const declared = new Set(workloads.map(({ name }) => name));
  return [...new Set(pools.map(({ provider }) => provider))].flatMap((provider): SystemPod[] => {
    const own = known[provider];
    if (!own) {
      if (provider === 'gke' || provider === 'aks')
        assume.add({
          about: `nodes of ${provider.toUpperCase()}`,
          assumed: 'nothing but what the repository declares runs on them',
          because: 'the requests of what the provider adds by itself are not published in one place',
        });
      return [];
    }
    const missing = own.pods.filter(([name]) => !declared.has(name));
    if (missing.length > 0)
      assume.add({
        about: `nodes of ${provider.toUpperCase()}`,
        assumed: `each runs ${missing.map(([name, cpu]) => `${name} (${cpu}m)`).join(' and ')}`,
        because: 'the provider adds them by itself',
        source: own.source,
      });
    return missing.map(([name, cpu]) => ({ provider, spec: specOf(name, cpu) }));
  });
}

function specOf(name: string, cpu: number): PodSpec {
  return {
    owner: `DaemonSet/kube-system/${name}`,
    namespace: 'kube-system',
    labels: new Map([['k8s-app', name]]),
    cpu,
    memory: 0,
    tolerations: [{ operator: 'Exists', value: '' }],
    priority: 2_000_001_000,
    daemon: true,
  };
}
