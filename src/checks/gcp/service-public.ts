import { grants, isEverybody, membersThat } from '../../graph/gcp/grants.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

const services = /^(cloud_run(_v2)?_(service|job)|cloudfunctions2?_function)$/;

export default check({
  id: 'gcp/service-public',
  title: 'Service that everybody may call',
  dimension: 'security',
  severity: 'low',
  why: 'allUsers on a service or function means that it is called without signing in. That is right for a web site or a webhook which checks its callers itself; everything else should be invoked by named service accounts, or stand behind a load balancer with IAP.',
  sameAs: ['checkov:CKV_GCP_102', 'checkov:CKV_GCP_107', 'kics:terraform/gcp/cloud_run_service_is_public'],
  controls: ['soc2:CC6.6'],
  sources: ['https://cloud.google.com/run/docs/authenticating/public'],
  visits: grants,
  judge(grant, graph) {
    const { resource, node, on, key } = grant;
    if (!services.test(on)) return;
    const [everybody] = membersThat(grant, isEverybody);
    if (!everybody) return;
    const role = node.text('role') ?? '';
    const invokes = /(run\.invoker|cloudfunctions\.invoker)$/.test(role);
    if (invokes && isInternal(graph, resource)) return;
    return {
      message: invokes
        ? `${resource.address} lets everybody call its service without signing in: if it is not meant for the public, grant ${role} to the service accounts that call it.`
        : `${resource.address} grants ${role} to everybody, which is more than calling the service: grant it to the people or accounts that need it.`,
      at: everybody,
      key,
      ...(!invokes && { severity: 'high' }),
    };
  },
  examples: {
    bad: service('allUsers'),
    good: service('serviceAccount:shop@acme-shop.iam.gserviceaccount.com'),
  },
});

/** Whether the service takes no traffic from the internet, but through a load balancer that may ask for a sign-in. */
function isInternal(graph: Graph, grant: Resource): boolean {
  return graph.from(grant).some(({ to: { type, body } }) => {
    if (!/^google_(cloud_run|cloudfunctions)/.test(type)) return false;
    const places = [
      body.peek('ingress'),
      body.peek('ingress_settings'),
      body.peek('service_config', 'ingress_settings'),
      body.peek('metadata', 'annotations', 'run.googleapis.com/ingress'),
    ];
    return places.some((place) => typeof place?.content === 'string' && /internal/i.test(place.content));
  });
}

function service(member: string): string {
  return `resource "google_cloud_run_v2_service_iam_member" "invoker" {
  name   = "invoices"
  role   = "roles/run.invoker"
  member = "${member}"
}
`;
}
