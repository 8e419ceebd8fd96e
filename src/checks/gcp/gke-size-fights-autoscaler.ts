import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-size-fights-autoscaler',
  title: 'Node count that fights the autoscaler',
  dimension: 'functionality',
  severity: 'medium',
  why: 'Every apply sets the pool back to node_count, whatever the autoscaler has made of it: nodes in use are drained, or as many started again. initial_node_count says with how many a pool begins, and nothing afterwards.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_node_pool',
  ],
  visits: resources('google_container_node_pool'),
  judge({ resource, node }) {
    const count = node.get('node_count');
    if (!count || !node.has('autoscaling')) return;
    const ignored = node.peek('lifecycle', 'ignore_changes');
    if (ignored && /node_count|all/.test(JSON.stringify(ignored.plain()))) return;
    return {
      message: `${resource.address} has an autoscaler and a node_count, to which every apply sets it back: take node_count out, or use initial_node_count.`,
      at: count,
      fix: {
        safety: 'safe',
        summary: 'take node_count out',
        edits: [{ op: 'remove', node: count }],
      },
    };
  },
  examples: {
    bad: pool('  node_count = 3\n'),
    good: pool(''),
  },
});

function pool(count: string): string {
  return `resource "google_container_node_pool" "workers" {
  cluster    = "shop"
${count}
  autoscaling {
    min_node_count = 1
    max_node_count = 5
  }
}
`;
}
