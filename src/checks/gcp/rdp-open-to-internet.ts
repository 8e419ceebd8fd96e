import {
  holds,
  ingressRules,
  internetRanges,
  isAll,
  isDenied,
  portsOf,
  reachesOnlyPrivate,
} from '../../graph/gcp/firewall-rules.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/rdp-open-to-internet',
  title: 'Remote Desktop open to the internet',
  dimension: 'security',
  severity: 'high',
  why: 'Remote Desktop is what ransomware comes through most often: its passwords are guessed day and night and it has had flaws that needed none. Identity-Aware Proxy forwards it for people who signed in: admit its range 35.235.240.0/20 instead.',
  sameAs: [
    'checkov:CKV_GCP_3',
    'kics:terraform/gcp/rdp_access_is_not_restricted',
    'regula:FG_R00408',
    'trivy:GCP-0070',
  ],
  controls: ['cis-gcp:3.7', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/iap/docs/using-tcp-forwarding'],
  visits: ingressRules,
  judge(rule, graph) {
    const ports = portsOf(rule);
    // a rule for all ports is a finding of its own
    if (!ports.some((one) => holds(one, 3389)) || ports.some(isAll)) return;
    const [open] = internetRanges(rule);
    if (!open || isDenied(graph, rule, 3389)) return;
    return {
      message: `${rule.resource.address} lets ${open.text()} in on port 3389 (Remote Desktop): admit 35.235.240.0/20 and use Identity-Aware Proxy, or only the addresses of your office.`,
      at: open,
      ...(reachesOnlyPrivate(graph, rule) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: rule('0.0.0.0/0'),
    good: rule('35.235.240.0/20'),
  },
});

function rule(range: string): string {
  return `resource "google_compute_firewall" "rdp" {
  name          = "rdp"
  network       = "shop"
  source_ranges = ["${range}"]

  allow {
    protocol = "tcp"
    ports    = ["3389"]
  }
}
`;
}
