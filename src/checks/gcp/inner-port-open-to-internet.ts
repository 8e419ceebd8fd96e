import {
  ingressRules,
  internetRanges,
  isAll,
  isDenied,
  portsOf,
  reachesOnlyPrivate,
} from '../../graph/gcp/firewall-rules.ts';
import {
  holdsPort,
  innerServicesIn,
  isOuter,
  isWide,
  serviceNames,
} from '../../graph/terraform/known-ports.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/inner-port-open-to-internet',
  title: 'Port open to the internet that is not for everybody',
  dimension: 'security',
  severity: 'high',
  why: 'Databases, caches, queues and administration ports are made for a trusted network: many ask for no password, and those that do can be asked without end. Whatever is not served to everybody should admit the tags or service accounts of its clients, not addresses.',
  sameAs: [
    'checkov:CKV_GCP_75',
    'checkov:CKV_GCP_77',
    'checkov:CKV_GCP_88',
    'kics:terraform/gcp/firewall_ingress_allows_unrestricted_ftp_access',
    'kics:terraform/gcp/firewall_ingress_allows_unrestricted_mysql_access',
    'kics:terraform/gcp/google_compute_network_using_firewall_rule_allows_port_range',
    'trivy:GCP-0027',
    'trivy:GCP-0074',
  ],
  controls: ['pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://cloud.google.com/firewall/docs/firewalls'],
  visits: ingressRules,
  judge(rule, graph) {
    const ports = portsOf(rule).filter(({ protocol }) => protocol !== 'other');
    // rules for all ports, for SSH and for Remote Desktop are findings of their own
    if (ports.length === 0 || ports.some(isAll)) return;
    const inner = ports.flatMap(innerServicesIn);
    const wide = ports.find(isWide);
    const odd = ports.find((one) => !isOuter(one) && !holdsPort(one, 22) && !holdsPort(one, 3389));
    if (inner.length === 0 && !wide && !odd) return;
    const [open] = internetRanges(rule);
    if (!open) return;
    const meant = ports.find((one) => innerServicesIn(one).length > 0) ?? wide ?? odd!;
    if (isDenied(graph, rule, meant.first)) return;
    const range =
      meant.first === meant.last ? `port ${meant.first}` : `ports ${meant.first} to ${meant.last}`;
    const isGuess = inner.length === 0 && !wide;
    return {
      message: isGuess
        ? `${rule.resource.address} lets ${open.text()} in on ${range}: if this is not served to everybody, admit the tags or the addresses of its clients.`
        : `${rule.resource.address} lets ${open.text()} in on ${range}${serviceNames(inner)}: admit the tags or service accounts of its clients instead of the internet.`,
      at: open,
      ...(isGuess ? { severity: 'low' } : reachesOnlyPrivate(graph, rule) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "google_compute_firewall" "cache" {\n  name          = "cache"\n  network       = "shop"\n  source_ranges = ["0.0.0.0/0"]\n\n  allow {\n    protocol = "tcp"\n    ports    = ["6379"]\n  }\n}\n',
    good: 'resource "google_compute_firewall" "cache" {\n  name        = "cache"\n  network     = "shop"\n  source_tags = ["api"]\n\n  allow {\n    protocol = "tcp"\n    ports    = ["6379"]\n  }\n}\n',
  },
});
