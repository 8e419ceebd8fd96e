import { hourly, hoursAMonth, instances, monthly, spotShareOfPrice, used } from '../../../data/prices/aws.ts';
import type { CostLine } from '../environment.ts';
import { fargateSize } from '../fargate-size.ts';
import { isHosted } from '../hosted.ts';
import { type Line, linesFor, runningShare, type Uncosted } from './cost-line.ts';

/** Gigabytes on the disk of a node. */
const nodeDisk = 50;
/** Calls a month that are assumed of a function, and how long each takes. */
const calls = { amount: 1e6, seconds: 0.2 };

/** Clusters, tasks and functions. @param spot share of the tasks that may run on spot, 0 to 1 */
export function costOfCompute(environment: Uncosted, onEcs: boolean, spot: number): CostLine[] {
  const line = linesFor('compute', environment.region);
  return [
    ...clusterCosts(environment, line),
    ...(onEcs ? taskCosts(environment, spot, line) : []),
    ...environment.functions.flatMap(({ name, memoryMb }) =>
      line(
        `function ${name}`,
        used.millionLambdaRequests + calls.amount * calls.seconds * (memoryMb / 1024) * used.lambdaGbSecond,
        `assumed: a million calls of ${calls.seconds * 1000} ms with ${memoryMb} MB`,
        'calls, and how long they take',
      ),
    ),
  ];
}

function clusterCosts(environment: Uncosted, line: Line): CostLine[] {
  const { cluster } = environment;
  if (!cluster) return [];
  // what the cluster keeps itself needs its nodes by night too
  const share = environment.datastores.some(isHosted) ? 1 : runningShare(environment, 'compute');
  const nodes = cluster.nodePools.flatMap(({ name, instanceTypes, capacity, desired: usual }) => {
    // what watches by night stands where nodes stay
    const more = name === 'system' && environment.schedule ? 1 : 0;
    const desired = usual + more;
    const [type] = instanceTypes as [keyof typeof instances];
    const price = instances[type].hour * (capacity === 'spot' ? spotShareOfPrice : 1);
    const hours = hoursAMonth * (name === 'system' ? 1 : share);
    return line(
      `nodes ${name}`,
      desired * (price * hours + nodeDisk * monthly.volumeGb),
      `${desired} × ${type}, ${capacity}, with ${nodeDisk} GB each${more > 0 ? '; one of them for what watches, which has no other node by night' : ''}`,
      'what pods request',
    );
  });
  return [
    ...line('cluster', hourly.eksCluster * hoursAMonth, 'one control plane', 'the number of clusters'),
    ...nodes,
  ];
}

function taskCosts(environment: Uncosted, spot: number, line: Line): CostLine[] {
  const hours = hoursAMonth * runningShare(environment, 'compute');
  return environment.services.flatMap((service) => {
    const { name, scale, spot: movable } = service;
    const { cpu, memory } = fargateSize(service);
    const hour = (cpu / 1024) * hourly.fargateVcpu + (memory / 1024) * hourly.fargateGb;
    const share = movable ? 1 - spot * (1 - spotShareOfPrice) : 1;
    return line(
      `tasks ${name}`,
      scale.min * hour * hours * share,
      `${scale.min} on Fargate, ${cpu / 1024} vCPU and ${memory} MiB each`,
      'replicas, and what each requests',
    );
  });
}
