import type { Datastore } from '../datastore.ts';
import type { Endpoint, Flow } from '../flow.ts';
import type { Network } from '../network.ts';
import type { FunctionHere, Job, Service, Workload } from '../workload.ts';
import { isConnected } from './here.ts';

/** Everything of an environment that connections are implied by. */
export interface Connected {
  readonly services: readonly Service[];
  readonly jobs: readonly Job[];
  readonly functions: readonly FunctionHere[];
  readonly datastores: readonly Datastore[];
  readonly network: Network;
}

/** Every connection that the blueprint implies. */
export function flowsOf({ services, jobs, functions, datastores, network }: Connected): Flow[] {
  const workloads: readonly (Service | Job | FunctionHere)[] = [...services, ...jobs, ...functions];
  const near = [...network.peers.map(({ cidr }) => cidr), ...(network.vpn ? [network.vpn.cidr] : [])];
  const flow = (from: Endpoint, to: Endpoint, port: number): Flow => ({ from, to, port, protocol: 'tcp' });
  const outside = (open: boolean): Endpoint =>
    open ? { kind: 'internet' } : { kind: 'private-network', cidrs: near };
  const exposed = services.filter(({ expose }) => expose);
  const entrances = [true, false].filter((open) => exposed.some(({ expose }) => expose!.public === open));
  return [
    ...entrances.map((open) => flow(outside(open), { kind: 'ingress' }, 443)),
    ...exposed.map((service) => flow({ kind: 'ingress' }, endpointOf(service), service.port)),
    ...functions.flatMap((one) =>
      one.triggers.flatMap((trigger) =>
        trigger.kind === 'http' ? [flow(outside(trigger.expose.public), endpointOf(one), 443)] : [],
      ),
    ),
    ...workloads.flatMap((one) =>
      one.needs.map(({ name, port }) => {
        const other = workloads.find((candidate) => candidate.name === name);
        const to = other
          ? endpointOf(other)
          : datastoreEnd(datastores.find((datastore) => datastore.name === name)!);
        return flow(endpointOf(one), to, port);
      }),
    ),
    ...workloads.flatMap((one) =>
      one.egress.map(({ host, port, cidrs }) =>
        flow(endpointOf(one), { kind: 'outside', host, cidrs }, port),
      ),
    ),
    ...services.map((service) => flow({ kind: 'metrics' }, endpointOf(service), service.port)),
  ];
}

function endpointOf({ name, namespace }: Workload): Endpoint {
  return { kind: 'workload', name, namespace };
}

function datastoreEnd(datastore: Datastore): Endpoint {
  const { name, type } = datastore;
  return {
    kind: 'datastore',
    name,
    type,
    selfHosted: isConnected(type) && 'hosting' in datastore && datastore.hosting === 'self-hosted',
  };
}
