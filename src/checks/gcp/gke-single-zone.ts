import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { isZone } from '../../graph/gcp/locations.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/gke-single-zone',
  title: 'GKE cluster in a single zone',
  dimension: 'reliability',
  severity: 'low',
  why: 'A zonal cluster has one control plane: while it is upgraded or its zone fails nothing is scheduled, scaled or repaired, and its nodes go down with the zone. A regional cluster has three, at the same fee; the location cannot be changed later.',
  controls: ['soc2:A1.2'],
  sources: ['https://cloud.google.com/kubernetes-engine/docs/concepts/regional-clusters'],
  visits: resources('google_container_cluster', 'google_container_node_pool'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const zones = node.get('node_locations');
    if (resource.type === 'google_container_cluster') {
      const location = node.get('location') ?? node.get('zone');
      const text = location?.text();
      if (location && text !== undefined && isZone(text))
        return {
          message: `${resource.address} stands in the zone ${text}, with one control plane: set location to its region.`,
          at: location,
          ...(isProduction(resource) && { severity: 'high' }),
        };
    }
    if (!zones || node.list('node_locations').length !== 1) return;
    return {
      message: `${resource.address} has all of its nodes in one zone, and they go down with it: list a second one in node_locations.`,
      at: zones,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: { 'prod/main.tf': cluster('europe-west3-a') },
    good: { 'prod/main.tf': cluster('europe-west3') },
  },
});

function cluster(location: string): string {
  return `resource "google_container_cluster" "shop" {
  name     = "shop"
  location = "${location}"
}
`;
}
