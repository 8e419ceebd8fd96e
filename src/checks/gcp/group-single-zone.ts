import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/group-single-zone',
  title: 'Group of machines in a single zone',
  dimension: 'reliability',
  severity: 'low',
  why: 'However many machines it has, they all go down with their zone, and there is nowhere for new ones to start. A regional group costs nothing more and spreads them over three zones.',
  controls: ['soc2:A1.2'],
  sources: ['https://cloud.google.com/compute/docs/instance-groups/regional-migs'],
  visits: resources('google_compute_instance_group_manager', 'google_compute_region_instance_group_manager'),
  judge({ resource, node }) {
    if (isNonProduction(resource) || node.has('stateful_disk')) return;
    const zones = node.get('distribution_policy_zones');
    const isRegional = resource.type === 'google_compute_region_instance_group_manager';
    if (isRegional && (!zones || node.list('distribution_policy_zones').length !== 1)) return;
    return {
      message: isRegional
        ? `${resource.address} may use one zone only, and is down as long as that is: list a second one in distribution_policy_zones.`
        : `${resource.address} keeps all of its machines in one zone, and is down as long as that is: use a google_compute_region_instance_group_manager.`,
      at: zones ?? node.get('zone') ?? node,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "google_compute_instance_group_manager" "api" {\n  name               = "api"\n  base_instance_name = "api"\n  zone               = "europe-west3-a"\n}\n',
    good: 'resource "google_compute_region_instance_group_manager" "api" {\n  name               = "api"\n  base_instance_name = "api"\n  region             = "europe-west3"\n}\n',
  },
});
