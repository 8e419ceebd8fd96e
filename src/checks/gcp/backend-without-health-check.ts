import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/backend-without-health-check',
  title: 'Backend without a health check',
  dimension: 'reliability',
  severity: 'medium',
  why: 'Without a health check a load balancer sends requests to machines that do not answer, and Google refuses most such backends. Only services without servers, internet endpoints and buckets need none.',
  controls: ['soc2:A1.2'],
  sources: ['https://cloud.google.com/load-balancing/docs/health-check-concepts'],
  visits: resources('google_compute_backend_service', 'google_compute_region_backend_service'),
  judge({ resource, node }, graph) {
    if (node.has('health_checks')) return;
    const groups = graph
      .from(resource)
      .filter(({ to }) => /_instance_group(_manager)?$|_network_endpoint_group$/.test(to.type));
    // what stands behind it has to be known to need one
    const asks = groups.filter(
      ({ to: { type, body } }) =>
        !/_network_endpoint_group$/.test(type) ||
        body.peek('network_endpoint_type')?.content === 'GCE_VM_IP_PORT',
    );
    if (asks.length === 0 || asks.some(({ to }) => /region_network_endpoint_group$/.test(to.type))) return;
    return {
      message: `${resource.address} sends requests to ${asks[0]!.to.address} whether that answers or not: name a health check in health_checks.`,
    };
  },
  examples: {
    bad: backend(''),
    good: backend('  health_checks = ["projects/acme-shop/global/healthChecks/api"]\n'),
  },
});

function backend(check: string): string {
  return `resource "google_compute_instance_group" "api" {
  name = "api"
  zone = "europe-west3-a"
}

resource "google_compute_backend_service" "api" {
  name          = "api"
${check}
  backend {
    group = google_compute_instance_group.api.id
  }
}
`;
}
