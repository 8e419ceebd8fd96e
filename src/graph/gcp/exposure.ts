import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { itemsAt } from '../look.ts';
import { isInternet } from '../network/ranges.ts';
import { bucketOf } from './buckets.ts';

/** Whether a resource of Google Cloud certainly takes traffic from the internet. What cannot be told counts as closed. */
export function isOnInternet(graph: Graph, resource: Resource): boolean {
  const { type, body } = resource;
  switch (type) {
    case 'google_compute_instance':
      return itemsAt(body, 'network_interface').some(
        (network) => network.peek('access_config') !== undefined,
      );
    case 'google_sql_database_instance':
      return itemsAt(body.peek('settings', 'ip_configuration'), 'authorized_networks').some((network) =>
        isInternet(String(network.peek('value')?.content)),
      );
    case 'google_compute_global_forwarding_rule':
    case 'google_compute_forwarding_rule':
      return !/^INTERNAL/.test(String(body.peek('load_balancing_scheme')?.content ?? 'EXTERNAL'));
    case 'google_storage_bucket':
      return isGrantedToAll(graph, resource);
    default:
      return false;
  }
}

/** Whether a grant opens a bucket to everybody. */
export function isGrantedToAll(graph: Graph, bucket: Resource): boolean {
  return openBuckets(graph).has(bucket);
}

function openBuckets(graph: Graph): ReadonlySet<Resource> {
  return graph.derive(openBuckets, () => {
    const open = new Set<Resource>();
    for (const type of ['google_storage_bucket_iam_member', 'google_storage_bucket_iam_binding'])
      for (const grant of graph.ofType(type)) {
        const members = [grant.body.peek('member'), ...itemsAt(grant.body, 'members')];
        if (!members.some((member) => /^all(Authenticated)?Users$/.test(String(member?.content)))) continue;
        const bucket = bucketOf(graph, grant);
        if (bucket) open.add(bucket);
      }
    return open;
  });
}
