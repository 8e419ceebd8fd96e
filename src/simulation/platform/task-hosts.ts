import type { Graph } from '../../graph/graph.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import { givenName } from './targets.ts';
import type { Workload } from './workload.ts';

/** Finds the service of ECS that a host name leads to: by service discovery (`api.shop.internal`), or Service Connect (`api`). */
export function hostsOfTasks(
  graph: Graph,
  workloads: readonly Workload[],
): (host: string) => Workload | undefined {
  const found = new Map<string, Workload>();
  const discovered = new Map<string, Workload>();
  for (const workload of workloads) {
    if (workload.runs !== 'task') continue;
    const { resource } = workload;
    for (const { to } of graph.from(resource))
      if (to.type === 'aws_service_discovery_service') discovered.set(givenName(to), workload);
    for (const service of itemsAt(resource.body, 'service_connect_configuration', 'service')) {
      const names = [
        textAt(service, 'discovery_name'),
        ...itemsAt(service, 'client_alias').map((one) => textAt(one, 'dns_name')),
      ];
      for (const name of names) if (name) found.set(name, workload);
    }
  }
  return (host) => {
    const exact = found.get(host);
    if (exact || !host.includes('.')) return exact;
    // a namespace of AWS Cloud Map is private, so its last label is none of the internet's
    return /\.(internal|local|svc|private|lan)$/.test(host)
      ? discovered.get(host.slice(0, host.indexOf('.')))
      : undefined;
  };
}
