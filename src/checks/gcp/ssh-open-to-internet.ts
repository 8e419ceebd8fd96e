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
  id: 'gcp/ssh-open-to-internet',
  title: 'SSH open to the internet',
  dimension: 'security',
  severity: 'high',
  why: 'Every address on the internet is scanned for SSH within hours, and keys leak and flaws in the server appear. Identity-Aware Proxy forwards SSH for people who signed in: admit its range 35.235.240.0/20 instead, or the addresses of the office.',
  sameAs: [
    'checkov:CKV_GCP_2',
    'kics:terraform/gcp/ssh_access_is_not_restricted',
    'regula:FG_R00407',
    'trivy:GCP-0071',
  ],
  controls: ['cis-gcp:3.6', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/iap/docs/using-tcp-forwarding'],
  visits: ingressRules,
  judge(rule, graph) {
    const ports = portsOf(rule);
    // a rule for all ports is a finding of its own
    if (!ports.some((one) => holds(one, 22)) || ports.some(isAll)) return;
    const [open] = internetRanges(rule);
    if (!open || isDenied(graph, rule, 22)) return;
    return {
      message: `${rule.resource.address} lets ${open.text()} in on port 22 (SSH): admit 35.235.240.0/20 and use Identity-Aware Proxy, or only the addresses of your office.`,
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
  return `resource "google_compute_firewall" "ssh" {
  name          = "ssh"
  network       = "shop"
  source_ranges = ["${range}"]

  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}
`;
}
