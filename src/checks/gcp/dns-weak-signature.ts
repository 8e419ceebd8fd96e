import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/dns-weak-signature',
  title: 'DNS zone signed with SHA-1',
  dimension: 'security',
  severity: 'medium',
  why: 'Collisions of SHA-1 can be computed, so that signatures made with it prove little, and resolvers have begun to take them for none at all. Cloud DNS signs with ECDSA, whose answers are also shorter.',
  sameAs: [
    'checkov:CKV_GCP_17',
    'kics:terraform/gcp/dnssec_using_rsasha1',
    'regula:FG_R00405',
    'regula:FG_R00406',
    'trivy:GCP-0012',
  ],
  controls: ['cis-gcp:3.4', 'cis-gcp:3.5', 'soc2:CC6.6'],
  sources: ['https://www.rfc-editor.org/rfc/rfc9905', 'https://cloud.google.com/dns/docs/dnssec-advanced'],
  visits: resources('google_dns_managed_zone'),
  judge({ resource, node }) {
    const weak = node
      .list('dnssec_config', 'default_key_specs')
      .map((spec) => spec.get('algorithm'))
      .find((algorithm) => algorithm?.text()?.toLowerCase() === 'rsasha1');
    if (!weak) return;
    return {
      message: `${resource.address} is signed with RSASHA1, which resolvers no longer trust: use "ecdsap256sha256".`,
      at: weak,
    };
  },
  examples: {
    bad: zone('rsasha1'),
    good: zone('ecdsap256sha256'),
  },
});

function zone(algorithm: string): string {
  return `resource "google_dns_managed_zone" "shop" {
  name     = "shop"
  dns_name = "shop.example."

  dnssec_config {
    state = "on"

    default_key_specs {
      algorithm = "${algorithm}"
      key_type  = "keySigning"
    }
  }
}
`;
}
