import { ingressRules, internetRanges } from '../../graph/gcp/firewall-rules.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/ping-open-to-internet',
  title: 'Machines that answer pings of everybody',
  dimension: 'security',
  severity: 'info',
  why: 'A rule that admits ICMP from everywhere tells everybody which addresses are in use, and needs to be there for nobody: answers to what the machines send come back without it. Admit the probes of the monitoring that is used.',
  sameAs: ['trivy:GCP-0027'],
  controls: ['pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/firewall/docs/firewalls#default_firewall_rules'],
  visits: ingressRules,
  judge(rule) {
    const { node, layers, protocol } = rule;
    const named = node.list(...layers).map((block) => block.text(protocol)?.toLowerCase());
    // other protocols are findings of their own
    if (named.length === 0 || !named.every((name) => name === 'icmp' || name === '1')) return;
    const [open] = internetRanges(rule);
    if (!open) return;
    return {
      message: `${rule.resource.address} lets ${open.text()} ping its machines: admit only the probes of your monitoring, or take the rule out.`,
      at: open,
    };
  },
  examples: {
    bad: rule('0.0.0.0/0'),
    good: rule('203.0.113.0/28'),
  },
});

function rule(range: string): string {
  return `resource "google_compute_firewall" "ping" {
  name          = "ping"
  network       = "shop"
  source_ranges = ["${range}"]

  allow {
    protocol = "icmp"
  }
}
`;
}
