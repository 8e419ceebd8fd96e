import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { judge } from '../../verdict/judge.ts';
import { checks } from '../generated/gcp.ts';

/** What a check makes of a configuration: severity and address of each finding, and `undecided` for each subject that cannot be told. */
async function judgement(id: string, files: string | Record<string, string>): Promise<string[]> {
  const { graph } = await readFiles(typeof files === 'string' ? { 'main.tf': files } : files);
  const check = checks.find((one) => one.id === `gcp/${id}`)!;
  const { findings, tallies, problems } = judge(graph, [check]);
  expect(problems).toEqual([]);
  return [
    ...findings.map(({ resource, severity }) => `${severity} ${resource.address}`),
    ...Array<string>(tallies[0]!.undecided).fill('undecided'),
  ];
}

type Case = readonly [what: string, files: string | Record<string, string>, expected: readonly string[]];

const firewall = (name: string, body: string) =>
  `resource "google_compute_firewall" "${name}" {\n  name    = "${name}"\n  network = google_compute_network.shop.name\n${body}\n}\n`;
const open = '  source_ranges = ["0.0.0.0/0"]\n';
const network = 'resource "google_compute_network" "shop" { name = "shop" }\n';

const cases: Record<string, readonly Case[]> = {
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
  'iam-public-grant': [
    [
      'finds everybody in a document at the policy that takes it, and knows what cannot be everybody',
      `data "google_iam_policy" "key" {
  binding {
    role    = "roles/cloudkms.cryptoKeyDecrypter"
    members = ["group:a@acme.example", "allUsers"]
  }
}
resource "google_kms_crypto_key_iam_policy" "key" {
  crypto_key_id = "orders"
  policy_data   = data.google_iam_policy.key.policy_data
}
resource "google_service_account" "orders" { account_id = "orders" }
resource "google_pubsub_topic_iam_member" "orders" {
  topic  = "orders"
  role   = "roles/pubsub.publisher"
  member = google_service_account.orders.member
}
resource "google_pubsub_topic_iam_member" "written" {
  topic  = "orders"
  role   = "roles/pubsub.publisher"
  member = "serviceAccount:\${google_service_account.orders.email}"
}
`,
      ['critical google_kms_crypto_key_iam_policy.key'],
    ],
    [
      'reads a policy that is written with jsonencode',
      'resource "google_secret_manager_secret_iam_policy" "key" {\n  secret_id   = "key"\n  policy_data = jsonencode({ bindings = [{ role = "roles/secretmanager.secretAccessor", members = ["allAuthenticatedUsers"] }] })\n}\n',
      ['critical google_secret_manager_secret_iam_policy.key'],
    ],
    [
      'cannot tell a member from outside',
      'variable "who" {}\nresource "google_pubsub_topic_iam_member" "a" {\n  topic  = "a"\n  role   = "roles/pubsub.publisher"\n  member = var.who\n}\n',
      ['undecided'],
    ],
  ],
  'iam-service-account-basic-role': [
    [
      'knows an account by reference, and grants on one thing for narrow ones',
      `resource "google_service_account" "ci" { account_id = "ci" }
resource "google_project_iam_member" "ci" {
  project = "acme"
  role    = "roles/owner"
  member  = google_service_account.ci.member
}
resource "google_storage_bucket_iam_member" "ci" {
  bucket = "a"
  role   = "roles/editor"
  member = google_service_account.ci.member
}
resource "google_project_iam_member" "people" {
  project = "acme"
  role    = "roles/editor"
  member  = "group:people@acme.example"
}
`,
      ['critical google_project_iam_member.ci'],
    ],
  ],
  'iam-impersonation': [
    [
      'leaves the agents of Google their roles',
      `resource "google_project_iam_member" "agent" {
  project = "acme"
  role    = "roles/run.serviceAgent"
  member  = "serviceAccount:service-123@serverless-robot-prod.iam.gserviceaccount.com"
}
resource "google_project_iam_member" "own" {
  project = "acme"
  role    = "roles/run.serviceAgent"
  member  = "serviceAccount:ci@acme.iam.gserviceaccount.com"
}
`,
      ['high google_project_iam_member.own'],
    ],
    [
      'cannot take an account for a stranger whose address is put together, and lets Pub/Sub sign its pushes',
      `data "google_project" "acme" {}
variable "agents" { type = map(string) }
resource "google_project_iam_member" "agent" {
  project = "acme"
  role    = "roles/cloudbuild.serviceAgent"
  member  = "serviceAccount:\${var.agents["cloudbuild"]}"
}
resource "google_project_iam_member" "push" {
  project = "acme"
  role    = "roles/iam.serviceAccountTokenCreator"
  member  = "serviceAccount:service-\${data.google_project.acme.number}@gcp-sa-pubsub.iam.gserviceaccount.com"
}
`,
      [],
    ],
  ],
  'iam-basic-role': [
    [
      'takes an empty binding for what it is: a role taken away',
      'resource "google_project_iam_binding" "none" {\n  project = "acme"\n  role    = "roles/editor"\n  members = []\n}\n',
      [],
    ],
  ],
  'bucket-public': [
    [
      'knows sites, buckets that prevent it, and access lists',
      `resource "google_storage_bucket" "site" {
  name = "site"
  website { main_page_suffix = "index.html" }
}
resource "google_storage_bucket_iam_member" "site" {
  bucket = google_storage_bucket.site.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}
resource "google_storage_bucket" "shut" {
  name                     = "shut"
  public_access_prevention = "enforced"
}
resource "google_storage_bucket_iam_member" "shut" {
  bucket = "shut"
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}
resource "google_storage_bucket_acl" "list" {
  bucket      = "other"
  role_entity = ["OWNER:user-a@acme.example", "WRITER:allUsers"]
}
`,
      ['low google_storage_bucket_iam_member.site', 'critical google_storage_bucket_acl.list'],
    ],
  ],
  'bucket-public-access-allowed': [
    [
      'is content with a policy of the organization',
      'resource "google_storage_bucket" "a" { name = "a" }\nresource "google_org_policy_policy" "public" {\n  name = "projects/acme/policies/storage.publicAccessPrevention"\n  spec {\n    rules { enforce = "TRUE" }\n  }\n}\n',
      [],
    ],
  ],
  'gke-metadata-exposed': [
    [
      'knows pools of a cluster with Workload Identity, default pools that are removed, and Autopilot',
      `resource "google_container_cluster" "shop" {
  name                     = "shop"
  remove_default_node_pool = true
  initial_node_count       = 1
  workload_identity_config { workload_pool = "acme.svc.id.goog" }
}
resource "google_container_node_pool" "quiet" { cluster = google_container_cluster.shop.name }
resource "google_container_node_pool" "named" { cluster = "shop" }
resource "google_container_node_pool" "loud" {
  cluster = google_container_cluster.shop.id
  node_config {
    workload_metadata_config { mode = "GCE_METADATA" }
  }
}
resource "google_container_cluster" "pilot" {
  name             = "pilot"
  enable_autopilot = true
}
`,
      ['medium google_container_node_pool.loud'],
    ],
  ],
  'subnet-flow-logs-missing': [
    [
      'asks nothing of the subnets of proxies, and cannot tell what a subnet is for from outside',
      'variable "purpose" {}\nresource "google_compute_subnetwork" "proxies" { purpose = "REGIONAL_MANAGED_PROXY" }\nresource "google_compute_subnetwork" "some" { purpose = var.purpose }\nresource "google_compute_subnetwork" "plain" {}\n',
      ['low google_compute_subnetwork.plain', 'undecided'],
    ],
  ],
  'gke-auto-upgrade-off': [
    [
      'knows nothing of a cluster of another root',
      'data "google_container_cluster" "c" { name = "c" }\nresource "google_container_node_pool" "a" { cluster = data.google_container_cluster.c.name }\n',
      ['undecided'],
    ],
    [
      'knows release channels and the default of newer providers',
      `terraform {
  required_providers {
    google = { source = "hashicorp/google", version = "~> 6.0" }
  }
}
resource "google_container_node_pool" "silent" { cluster = "a" }
resource "google_container_node_pool" "off" {
  cluster = "a"
  management { auto_upgrade = false }
}
`,
      ['medium google_container_node_pool.off'],
    ],
    [
      'asks for a word where an older provider may be used',
      'resource "google_container_cluster" "c" {\n  name = "c"\n  remove_default_node_pool = true\n  release_channel { channel = "REGULAR" }\n}\nresource "google_container_node_pool" "led" { cluster = google_container_cluster.c.name }\nresource "google_container_node_pool" "alone" { cluster = "other" }\n',
      ['low google_container_node_pool.alone'],
    ],
  ],
  'project-ssh-keys-allowed': [
    [
      'takes OS Login of the project for enough',
      'resource "google_compute_project_metadata_item" "login" {\n  key   = "enable-oslogin"\n  value = "TRUE"\n}\nresource "google_compute_instance" "a" { name = "a" }\n',
      [],
    ],
  ],
  'ip-forwarding-allowed': [
    [
      'lets a machine forward that a route leads through, and the nodes of clusters',
      'resource "google_compute_instance" "nat" {\n  name = "nat"\n  can_ip_forward = true\n}\nresource "google_compute_route" "out" {\n  next_hop_instance = google_compute_instance.nat.self_link\n}\nresource "google_compute_instance" "node" {\n  name = "gke-shop-1"\n  can_ip_forward = true\n}\n',
      [],
    ],
  ],
  'sql-public-address': [
    [
      'knows that the address is there by default, and says what is open only once',
      `resource "google_sql_database_instance" "plain" {
  settings { tier = "db-custom-1-3840" }
}
resource "google_sql_database_instance" "open" {
  settings {
    ip_configuration {
      authorized_networks { value = "0.0.0.0/0" }
    }
  }
}
`,
      ['medium google_sql_database_instance.plain'],
    ],
  ],
  'sql-backup-off': [
    [
      'asks for no backups of a replica',
      'resource "google_sql_database_instance" "copy" {\n  master_instance_name = "orders"\n  settings { tier = "db-custom-1-3840" }\n}\n',
      [],
    ],
  ],
  'iam-binding-fights': [
    [
      'compares what the grants are on',
      `resource "google_storage_bucket_iam_binding" "a" {
  bucket  = "a"
  role    = "roles/storage.objectViewer"
  members = ["group:a@acme.example"]
}
resource "google_storage_bucket_iam_member" "b" {
  bucket = "b"
  role   = "roles/storage.objectViewer"
  member = "group:b@acme.example"
}
resource "google_storage_bucket_iam_member" "c" {
  bucket = "a"
  role   = "roles/storage.objectViewer"
  member = "group:c@acme.example"
}
resource "google_storage_bucket_iam_binding" "d" {
  bucket  = "d"
  role    = "roles/storage.objectViewer"
  members = ["group:d@acme.example"]
}
`,
      ['high google_storage_bucket_iam_binding.a'],
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
  'sink-without-grant': [
    [
      'finds the grant of the sink, whatever it is on',
      `resource "google_pubsub_topic" "logs" { name = "logs" }
resource "google_logging_project_sink" "logs" {
  name        = "logs"
  destination = "pubsub.googleapis.com/\${google_pubsub_topic.logs.id}"
}
resource "google_project_iam_member" "logs" {
  project = "acme"
  role    = "roles/pubsub.publisher"
  member  = google_logging_project_sink.logs.writer_identity
}
`,
      [],
    ],
  ],
  'gke-size-fights-autoscaler': [
    [
      'leaves a count alone that changes of are ignored',
      'resource "google_container_node_pool" "a" {\n  cluster    = "a"\n  node_count = 2\n  autoscaling { max_node_count = 5 }\n  lifecycle { ignore_changes = [node_count] }\n}\n',
      [],
    ],
  ],
  'customer-key-missing': [
    [
      'asks for a key only where there is one',
      'resource "google_pubsub_topic" "orders" { name = "orders" }\n',
      [],
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
};

describe.each(Object.entries(cases))('gcp/%s', (id, list) => {
  it.each(list)('%s', async (_, files, expected) => {
    expect(await judgement(id, files)).toEqual(expected);
  });
});
