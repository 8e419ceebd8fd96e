import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/gcp.ts';

const firewall = (name: string, body: string) =>
  `resource "google_compute_firewall" "${name}" {\n  name    = "${name}"\n  network = google_compute_network.shop.name\n${body}\n}\n`;
const open = '  source_ranges = ["0.0.0.0/0"]\n';
const network = 'resource "google_compute_network" "shop" { name = "shop" }\n';

describeJudgements(checks, 'gcp', {
  'rdp-open-to-internet': [
    [
      'looks at the rules that a policy holds',
      `resource "google_compute_network_firewall_policy_with_rules" "shop" {
  rule {
    action    = "allow"
    direction = "INGRESS"
    priority  = 100
    match {
      src_ip_ranges = ["0.0.0.0/0"]
      layer4_config {
        ip_protocol = "tcp"
        ports       = ["3389"]
      }
    }
  }
  rule {
    action    = "allow"
    direction = "EGRESS"
    priority  = 200
    match {
      dest_ip_ranges = ["0.0.0.0/0"]
      layer4_config {
        ip_protocol = "tcp"
        ports       = ["3389"]
      }
    }
  }
}
`,
      ['high google_compute_network_firewall_policy_with_rules.shop'],
    ],
  ],
  'ssh-open-to-internet': [
    [
      'lets a rule that forbids go first at the same priority, and not at a higher number',
      `${network}${firewall('ssh', `${open}  allow {\n    protocol = "tcp"\n    ports    = ["20-25"]\n  }`)}${firewall('deny', `${open}  deny {\n    protocol = "all"\n  }`)}`,
      [],
    ],
    [
      'sees a rule that goes before what forbids',
      `${network}${firewall('ssh', `${open}  priority = 10\n  allow {\n    protocol = "tcp"\n    ports    = [22]\n  }`)}${firewall('deny', `${open}  deny {\n    protocol = "all"\n  }`)}`,
      ['high google_compute_firewall.ssh'],
    ],
    [
      'takes a rule against IPv4 for none against IPv6',
      `${network}${firewall('ssh', '  source_ranges = ["::/0"]\n  allow {\n    protocol = "tcp"\n    ports    = ["22"]\n  }')}${firewall('deny', `${open}  deny {\n    protocol = "all"\n  }`)}`,
      ['high google_compute_firewall.ssh'],
    ],
    [
      'weighs a rule less whose machines have no public address',
      `${network}${firewall('ssh', `${open}  target_tags = ["inner"]\n  allow {\n    protocol = "tcp"\n    ports    = ["22"]\n  }`)}resource "google_compute_instance" "a" {
  tags = ["inner"]
  network_interface { network = google_compute_network.shop.id }
}
`,
      ['medium google_compute_firewall.ssh'],
    ],
    [
      'reads rules made by for_each and dynamic blocks, and passes over disabled and outgoing ones',
      `${network}locals { rules = { ssh = "22", web = "443" } }
resource "google_compute_firewall" "each" {
  for_each      = local.rules
  name          = each.key
  network       = google_compute_network.shop.name
  source_ranges = ["0.0.0.0/0"]
  dynamic "allow" {
    for_each = [each.value]
    content {
      protocol = "tcp"
      ports    = [allow.value]
    }
  }
}
${firewall('off', `${open}  disabled = true\n  allow {\n    protocol = "tcp"\n    ports    = ["22"]\n  }`)}${firewall('out', '  direction = "EGRESS"\n  destination_ranges = ["0.0.0.0/0"]\n  allow {\n    protocol = "tcp"\n    ports    = ["22"]\n  }')}`,
      ['high google_compute_firewall.each["ssh"]'],
    ],
    [
      'cannot tell a range from outside',
      `${network}variable "from" {}\n${firewall('ssh', '  source_ranges = [var.from]\n  allow {\n    protocol = "tcp"\n    ports    = ["22"]\n  }')}`,
      ['undecided'],
    ],
  ],
  'subnet-flow-logs-missing': [
    [
      'asks nothing of the subnets of proxies, and cannot tell what a subnet is for from outside',
      'variable "purpose" {}\nresource "google_compute_subnetwork" "proxies" { purpose = "REGIONAL_MANAGED_PROXY" }\nresource "google_compute_subnetwork" "some" { purpose = var.purpose }\nresource "google_compute_subnetwork" "plain" {}\n',
      ['low google_compute_subnetwork.plain', 'undecided'],
    ],
  ],
  'subnet-ranges-overlap': [
    [
      'looks at secondary ranges, and only within a network',
      `resource "google_compute_network" "a" { name = "a" }
resource "google_compute_network" "b" { name = "b" }
resource "google_compute_subnetwork" "nodes" {
  network       = google_compute_network.a.id
  ip_cidr_range = "10.0.0.0/20"
}
resource "google_compute_subnetwork" "pods" {
  network       = google_compute_network.a.id
  ip_cidr_range = "10.1.0.0/20"
  secondary_ip_range {
    range_name    = "pods"
    ip_cidr_range = "10.0.8.0/21"
  }
}
resource "google_compute_subnetwork" "other" {
  network       = google_compute_network.b.id
  ip_cidr_range = "10.0.0.0/20"
}
`,
      ['high google_compute_subnetwork.pods'],
    ],
  ],
  'load-balancer-plain-http': [
    [
      'leaves redirects and inner load balancers alone',
      `resource "google_compute_url_map" "inner" { default_service = "a" }
resource "google_compute_region_target_http_proxy" "inner" { url_map = google_compute_url_map.inner.id }
resource "google_compute_forwarding_rule" "inner" {
  load_balancing_scheme = "INTERNAL_MANAGED"
  target                = google_compute_region_target_http_proxy.inner.id
}
`,
      [],
    ],
  ],
  'unattached-resource': [
    [
      'finds addresses that an Ingress asks for, and leaves inner ones alone',
      {
        'main.tf': `resource "google_compute_global_address" "web" { name = "shop-web" }
resource "google_compute_global_address" "old" { name = "shop-old" }
resource "google_compute_address" "inner" {
  name         = "inner"
  address_type = "INTERNAL"
}
`,
        'ingress.yaml':
          'apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata:\n  name: web\n  annotations:\n    kubernetes.io/ingress.global-static-ip-name: shop-web\nspec: {}\n',
      },
      ['low google_compute_global_address.old'],
    ],
  ],
});
