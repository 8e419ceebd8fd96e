import { isZone, regionOfZone } from '../../graph/gcp/locations.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/subnet-other-region',
  title: 'Machine in another region than its subnet',
  dimension: 'functionality',
  severity: 'high',
  why: 'A subnet belongs to one region, and only what runs in that region may stand in it: Google refuses the rest in the middle of an apply.',
  sources: ['https://cloud.google.com/vpc/docs/subnets'],
  visits: resources('google_compute_instance', 'google_container_cluster'),
  judge({ resource, node }, graph) {
    const place = node.get('zone') ?? node.get('location');
    const text = place?.text();
    if (!place || text === undefined || !/^[a-z]+-[a-z]+\d/.test(text)) return;
    if (resource.type === 'google_compute_instance' && !isZone(text)) return;
    for (const { to, at } of graph.from(resource, 'placed-in')) {
      if (to.type !== 'google_compute_subnetwork') continue;
      const region = to.body.peek('region')?.content;
      if (typeof region !== 'string' || region === regionOfZone(text)) continue;
      return {
        message: `${resource.address} is in ${text}, and its subnet ${to.address} in ${region}: Google refuses that. Put both into one region.`,
        at: at ?? place,
      };
    }
    return;
  },
  examples: {
    bad: machine('europe-west1'),
    good: machine('europe-west3'),
  },
});

function machine(region: string): string {
  return `resource "google_compute_subnetwork" "workers" {
  name          = "workers"
  network       = "shop"
  region        = "${region}"
  ip_cidr_range = "10.2.0.0/16"
}

resource "google_compute_instance" "worker" {
  name         = "worker"
  machine_type = "e2-medium"
  zone         = "europe-west3-a"

  network_interface {
    subnetwork = google_compute_subnetwork.workers.id
  }
}
`;
}
