import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/load-balancer-plain-http',
  title: 'Load balancer that serves plain HTTP',
  dimension: 'security',
  severity: 'medium',
  why: 'Whoever is on the way reads and changes what is served over plain HTTP, cookies and passwords among it. Certificates are free and renewed by Google; port 80 should do nothing but redirect.',
  sameAs: ['checkov:CKV2_GCP_37', 'checkov:CKV2_GCP_38'],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7', 'hipaa:164.312(e)(1)'],
  sources: ['https://cloud.google.com/load-balancing/docs/https/setting-up-http-https-redirect'],
  visits: resources('google_compute_target_http_proxy', 'google_compute_region_target_http_proxy'),
  judge({ resource, node }, graph) {
    const rules = graph.to(resource).filter(({ from }) => /forwarding_rule$/.test(from.type));
    // a proxy that no rule of the root leads to, or only from inside, is not on the internet
    if (rules.length === 0 || rules.every(({ from }) => isInner(from))) return;
    const map = graph
      .from(resource)
      .find((relation) => relation.at === node.peek('url_map') && /_url_map$/.test(relation.to.type))?.to;
    if (!map || redirects(map)) return;
    return {
      message: `${resource.address} serves ${map.address} over plain HTTP: redirect it with default_url_redirect.https_redirect, and serve it by a google_compute_target_https_proxy.`,
      at: node.get('url_map')!,
    };
  },
  examples: {
    bad: proxy('  default_service = "projects/acme-shop/global/backendServices/shop"\n'),
    good: proxy('  default_url_redirect {\n    https_redirect = true\n    strip_query    = false\n  }\n'),
  },
});

function isInner({ body }: Resource): boolean {
  return /^INTERNAL/.test(String(body.peek('load_balancing_scheme')?.content));
}

function redirects({ body }: Resource): boolean {
  return body.peek('default_url_redirect', 'https_redirect')?.content === true;
}

function proxy(map: string): string {
  return `resource "google_compute_url_map" "shop" {
  name = "shop"

${map}}

resource "google_compute_target_http_proxy" "shop" {
  name    = "shop"
  url_map = google_compute_url_map.shop.id
}

resource "google_compute_global_forwarding_rule" "shop" {
  name       = "shop"
  port_range = "80"
  target     = google_compute_target_http_proxy.shop.id
}
`;
}
