import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';

/** Whether CloudFront runs a function at its edges, where it cannot be traced and logs in the region of each edge. */
export function runsAtEdge(graph: Graph, lambda: Resource): boolean {
  return graph.to(lambda).some(({ from }) => from.type === 'aws_cloudfront_distribution');
}
