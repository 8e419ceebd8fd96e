import {
  ingressRules,
  internetRanges,
  isAll,
  isDenied,
  portsOf,
  reachesOnlyPrivate,
} from '../../graph/gcp/firewall-rules.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/all-ports-open-to-internet',
  title: 'Every port open to the internet',
  dimension: 'security',
  severity: 'high',
  why: 'A rule for all ports is no rule: whatever listens, an agent, a debugger, a database, is open to everybody from the moment it starts, and nobody notices. Admit the ports that are served, and only from where they are used.',
  sameAs: [
    'checkov:CKV2_GCP_12',
    'kics:terraform/gcp/google_compute_network_using_firewall_rule_allows_all_ports',
    'trivy:GCP-0027',
    'trivy:GCP-0072',
    // SSH, Remote Desktop and the rest are among the ports
    'checkov:CKV_GCP_2',
    'checkov:CKV_GCP_3',
    'checkov:CKV_GCP_75',
    'checkov:CKV_GCP_77',
    'checkov:CKV_GCP_88',
    'kics:terraform/gcp/rdp_access_is_not_restricted',
    'kics:terraform/gcp/ssh_access_is_not_restricted',
    'regula:FG_R00407',
    'regula:FG_R00408',
    'trivy:GCP-0070',
    'trivy:GCP-0071',
  ],
  controls: ['cis-gcp:3.6', 'cis-gcp:3.7', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/firewall/docs/firewalls'],
  visits: ingressRules,
  judge(rule, graph) {
    if (!portsOf(rule).some(isAll)) return;
    const [open] = internetRanges(rule);
    if (!open || (isDenied(graph, rule, 22) && isDenied(graph, rule, 1))) return;
    return {
      message: `${rule.resource.address} lets ${open.text()} in on every port, SSH and databases among them: admit only the ports that are served, from where they are used.`,
      at: open,
      ...(reachesOnlyPrivate(graph, rule) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "google_compute_firewall" "all" {\n  name          = "all"\n  network       = "shop"\n  source_ranges = ["0.0.0.0/0"]\n\n  allow {\n    protocol = "all"\n  }\n}\n',
    good: 'resource "google_compute_firewall" "https" {\n  name          = "https"\n  network       = "shop"\n  source_ranges = ["0.0.0.0/0"]\n\n  allow {\n    protocol = "tcp"\n    ports    = ["443"]\n  }\n}\n',
  },
});
