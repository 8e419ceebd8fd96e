import { ingressRules, isAll, portsOf } from '../../graph/gcp/firewall-rules.ts';
import { isInternet } from '../../graph/network/ranges.ts';
import { check } from '../check.ts';

/** From where Google's load balancers, their health checks and Identity-Aware Proxy come: they use only what they are told to. */
const ofGoogle: ReadonlySet<string> = new Set([
  '130.211.0.0/22',
  '209.85.152.0/22',
  '209.85.204.0/22',
  '35.191.0.0/16',
  '35.235.240.0/20',
]);

export default check({
  id: 'gcp/firewall-without-ports',
  title: 'Firewall rule that admits every port',
  dimension: 'security',
  severity: 'low',
  why: 'Within a network such a rule makes all machines one: whoever takes over the least of them reaches every port of the others. Name the ports that are served; rules between service accounts say best who may talk to whom.',
  sameAs: [
    'kics:terraform/gcp/google_compute_network_using_firewall_rule_allows_all_ports',
    'trivy:GCP-0072',
  ],
  controls: ['pci-dss:1.2.5', 'soc2:CC6.6'],
  sources: [
    'https://cloud.google.com/firewall/docs/firewalls',
    'https://cloud.google.com/load-balancing/docs/firewall-rules',
  ],
  visits: ingressRules,
  judge(rule) {
    if (!portsOf(rule).some(isAll)) return;
    const { node } = rule;
    // what the internet reaches is a finding of its own, and one service that trusts another is meant so
    if (node.list(...rule.sources).some((range) => isInternet(range.text() ?? ''))) return;
    const ranges = node.list(...rule.sources).map((range) => range.text() ?? '');
    if (ranges.length > 0 && ranges.every((range) => ofGoogle.has(range))) return;
    const from = ['source_tags', 'source_service_accounts'].some((name) => node.has(name));
    const to = ['target_tags', 'target_service_accounts'].some((name) => node.has(name));
    if (from && to && !node.has(...rule.sources)) return;
    return {
      message: `${rule.resource.address} admits every port from its sources: name the ports that are served there.`,
      at: node.get(...rule.layers) ?? node,
    };
  },
  examples: {
    bad: 'resource "google_compute_firewall" "inside" {\n  name          = "inside"\n  network       = "shop"\n  source_ranges = ["10.0.0.0/8"]\n\n  allow {\n    protocol = "tcp"\n  }\n}\n',
    good: 'resource "google_compute_firewall" "inside" {\n  name          = "inside"\n  network       = "shop"\n  source_ranges = ["10.0.0.0/8"]\n\n  allow {\n    protocol = "tcp"\n    ports    = ["8080"]\n  }\n}\n',
  },
});
