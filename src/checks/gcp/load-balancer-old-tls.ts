import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/load-balancer-old-tls',
  title: 'Load balancer that takes old TLS',
  dimension: 'security',
  severity: 'medium',
  why: 'Without a policy of its own a load balancer of Google still takes TLS 1.0 and ciphers with known weaknesses, which auditors refuse and no current browser needs. A policy with MODERN or RESTRICTED and TLS 1.2 costs nothing.',
  sameAs: [
    'checkov:CKV_GCP_4',
    'kics:terraform/gcp/google_compute_ssl_policy_weak_cipher_in_use',
    'regula:FG_R00410',
    'trivy:GCP-0039',
  ],
  controls: ['cis-gcp:3.9', 'pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://cloud.google.com/load-balancing/docs/ssl-policies-concepts'],
  visits: resources(
    'google_compute_ssl_policy',
    'google_compute_region_ssl_policy',
    'google_compute_target_https_proxy',
    'google_compute_region_target_https_proxy',
    'google_compute_target_ssl_proxy',
  ),
  judge({ resource, node }) {
    if (/_proxy$/.test(resource.type)) {
      if (node.has('ssl_policy')) return;
      return {
        message: `${resource.address} has no ssl_policy, and so takes TLS 1.0: give it a google_compute_ssl_policy with min_tls_version = "TLS_1_2".`,
        severity: 'low',
      };
    }
    const version = node.get('min_tls_version');
    if (version?.text() !== 'TLS_1_2' && version?.text() !== 'TLS_1_3')
      return {
        message: `${resource.address} takes ${version?.text() === 'TLS_1_1' ? 'TLS 1.1' : 'TLS 1.0'}: set min_tls_version to "TLS_1_2".`,
        at: version ?? node,
        key: 'version',
        fix: {
          safety: 'unsafe',
          summary: 'set min_tls_version to "TLS_1_2" (clients from before 2013 are refused)',
          edits: [{ op: 'set', in: node, path: ['min_tls_version'], value: 'TLS_1_2' }],
        },
      };
    const weak = node
      .list('custom_features')
      .find((one) => /^TLS_RSA_WITH_|3DES|_CBC_/.test(one.text() ?? ''));
    if (!weak) return;
    return {
      message: `${resource.address} takes ${weak.text()}, which is broken or keeps no secrets once the key is lost: take it out of custom_features.`,
      at: weak,
      key: 'cipher',
    };
  },
  examples: {
    bad: 'resource "google_compute_ssl_policy" "shop" {\n  name    = "shop"\n  profile = "MODERN"\n}\n',
    good: 'resource "google_compute_ssl_policy" "shop" {\n  name            = "shop"\n  profile         = "MODERN"\n  min_tls_version = "TLS_1_2"\n}\n',
  },
});
