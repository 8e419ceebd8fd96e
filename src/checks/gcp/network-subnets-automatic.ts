import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/network-subnets-automatic',
  title: 'Network with a subnet in every region',
  dimension: 'functionality',
  severity: 'low',
  why: 'In auto mode every such network has the same ranges, 10.128.0.0/9, and so can never be peered with another one or with an office that uses them. New regions add subnets by themselves. A network in custom mode has the ranges that are planned.',
  sameAs: ['kics:terraform/gcp/legacy_networks_exist_for_project'],
  sources: ['https://cloud.google.com/vpc/docs/vpc#subnet-ranges'],
  visits: resources('google_compute_network'),
  judge({ resource, node }, graph) {
    const setting = node.get('auto_create_subnetworks');
    if (setting?.flag() === false) return;
    // a network of auto mode may be meant for trying things out, one with subnets of its own is not
    const own = graph.to(resource).find(({ from }) => from.type === 'google_compute_subnetwork')?.from;
    return {
      message: own
        ? `${resource.address} gets a subnet in every region beside ${own.address}, with ranges that every such network has: set auto_create_subnetworks to false.`
        : `${resource.address} gets a subnet in every region, with ranges that every such network has, so that it can never be peered: set auto_create_subnetworks to false and declare its subnets.`,
      at: setting ?? node,
      ...(own && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "google_compute_network" "shop" {\n  name = "shop"\n}\n',
    good: 'resource "google_compute_network" "shop" {\n  name                    = "shop"\n  auto_create_subnetworks = false\n}\n',
  },
});
