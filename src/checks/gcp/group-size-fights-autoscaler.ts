import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/group-size-fights-autoscaler',
  title: 'Group size that fights its autoscaler',
  dimension: 'functionality',
  severity: 'medium',
  why: 'Every apply sets the group back to target_size, whatever the autoscaler has made of it, and machines in use are taken away. Leave target_size out where an autoscaler decides.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/compute_instance_group_manager',
  ],
  visits: resources('google_compute_instance_group_manager', 'google_compute_region_instance_group_manager'),
  judge({ resource, node }, graph) {
    const size = node.get('target_size');
    if (!size) return;
    const scaler = graph
      .to(resource)
      .find(({ from }) => /^google_compute_(region_)?autoscaler$/.test(from.type))?.from;
    if (!scaler) return;
    const ignored = node.peek('lifecycle', 'ignore_changes');
    if (ignored && /target_size|all/.test(JSON.stringify(ignored.plain()))) return;
    return {
      message: `${resource.address} is scaled by ${scaler.address}, and every apply sets it back to its target_size: take target_size out.`,
      at: size,
      fix: { safety: 'safe', summary: 'take target_size out', edits: [{ op: 'remove', node: size }] },
    };
  },
  examples: {
    bad: group('  target_size        = 2\n'),
    good: group(''),
  },
});

function group(size: string): string {
  return `resource "google_compute_region_instance_group_manager" "api" {
  name               = "api"
  base_instance_name = "api"
  region             = "europe-west3"
${size}}

resource "google_compute_region_autoscaler" "api" {
  name   = "api"
  region = "europe-west3"
  target = google_compute_region_instance_group_manager.api.id

  autoscaling_policy {
    min_replicas = 2
    max_replicas = 6
  }
}
`;
}
