import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/dns-unsigned',
  title: 'Public DNS zone that is not signed',
  dimension: 'security',
  severity: 'low',
  why: 'Without DNSSEC a resolver cannot tell a forged answer from the right one, and sends mail and users where somebody else wants them. Cloud DNS signs by itself; the registrar has to be given the DS record.',
  sameAs: [
    'checkov:CKV_GCP_16',
    'kics:terraform/gcp/cloud_dns_without_dnssec',
    'regula:FG_R00404',
    'trivy:GCP-0013',
  ],
  controls: ['cis-gcp:3.3', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/dns/docs/dnssec'],
  visits: resources('google_dns_managed_zone'),
  judge({ resource, node }) {
    if (node.text('visibility')?.toLowerCase() === 'private') return;
    const state = node.get('dnssec_config', 'state');
    if (state?.text() === 'on' || state?.text() === 'transfer') return;
    return {
      message: `${resource.address} is not signed, so answers for its names can be forged: set dnssec_config.state to "on", and give the DS record to the registrar.`,
      at: state ?? node.get('dnssec_config') ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set dnssec_config.state to "on" (then give the DS record to the registrar)',
        edits: [{ op: 'set', in: node, path: ['dnssec_config', 'state'], value: 'on' }],
      },
    };
  },
  examples: {
    bad: 'resource "google_dns_managed_zone" "shop" {\n  name     = "shop"\n  dns_name = "shop.example."\n}\n',
    good: 'resource "google_dns_managed_zone" "shop" {\n  name     = "shop"\n  dns_name = "shop.example."\n\n  dnssec_config {\n    state = "on"\n  }\n}\n',
  },
});
