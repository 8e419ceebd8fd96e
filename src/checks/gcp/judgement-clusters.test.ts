import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/gcp.ts';

describeJudgements(checks, 'gcp', {
  'gke-version-retired': [
    [
      'tells nodes that are held back from a lower bound, and leaves extended support alone',
      `resource "google_container_cluster" "bound" { min_master_version = "1.24" }
resource "google_container_cluster" "extended" {
  min_master_version = "1.31"
  release_channel { channel = "EXTENDED" }
}
resource "google_container_node_pool" "held" { version = "1.30.5-gke.1014001" }
resource "google_container_node_pool" "current" { version = "1.36.3-gke.1640000" }
`,
      ['low google_container_cluster.bound', 'medium google_container_node_pool.held'],
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
  'gke-size-fights-autoscaler': [
    [
      'leaves a count alone that changes of are ignored',
      'resource "google_container_node_pool" "a" {\n  cluster    = "a"\n  node_count = 2\n  autoscaling { max_node_count = 5 }\n  lifecycle { ignore_changes = [node_count] }\n}\n',
      [],
    ],
  ],
});
