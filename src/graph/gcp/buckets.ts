import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { resources } from '../selector.ts';
import { ofTypeInUnit } from '../terraform/in-unit.ts';

export const buckets = resources('google_storage_bucket');

/** The bucket that a resource names in its `bucket`: by reference, or by name. */
export function bucketOf(graph: Graph, resource: Resource): Resource | undefined {
  const at = resource.body.peek('bucket');
  const named = graph
    .from(resource)
    .find((relation) => relation.at === at && relation.to.type === 'google_storage_bucket');
  if (named || typeof at?.content !== 'string') return named?.to;
  return ofTypeInUnit(graph, 'google_storage_bucket', resource.unit).find(
    ({ body }) => body.peek('name')?.content === at.content,
  );
}

/** Whether access logs, or a log sink, are written into a bucket. */
export function takesLogs(graph: Graph, bucket: Resource): boolean {
  const name = bucket.body.peek('name')?.content;
  const isNamed =
    typeof name === 'string' &&
    ofTypeInUnit(graph, 'google_storage_bucket', bucket.unit).some(
      ({ body }) => body.peek('logging', 'log_bucket')?.content === name,
    );
  return isNamed || graph.to(bucket).some(({ from, at }) => isLogTarget(from, at));
}

function isLogTarget(from: Resource, at: unknown): boolean {
  if (/^google_logging_\w+_sink$/.test(from.type)) return true;
  return (
    from.type === 'google_storage_bucket' &&
    at !== undefined &&
    from.body.peek('logging', 'log_bucket') === at
  );
}

/** Whether a bucket is a web site, and public on purpose. */
export function isWebsite(graph: Graph, bucket: Resource): boolean {
  return (
    bucket.body.peek('website') !== undefined ||
    graph.to(bucket).some(({ from }) => from.type === 'google_compute_backend_bucket')
  );
}
