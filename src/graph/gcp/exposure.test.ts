import { expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { circumstancesOf } from '../circumstances.ts';

it('knows what the internet reaches and what holds data on Google Cloud', async () => {
  const { graph } = await readFiles({
    'main.tf': `resource "google_compute_instance" "public" {
  network_interface {
    access_config {}
  }
}
resource "google_compute_instance" "private" {
  network_interface {}
}
resource "google_sql_database_instance" "open" {
  settings {
    ip_configuration {
      authorized_networks {
        value = "0.0.0.0/0"
      }
    }
  }
}
resource "google_storage_bucket" "site" { name = "site" }
resource "google_storage_bucket_iam_binding" "site" {
  bucket  = "site"
  role    = "roles/storage.objectViewer"
  members = ["allUsers"]
}
resource "google_compute_global_forwarding_rule" "outer" {}
resource "google_compute_forwarding_rule" "inner" { load_balancing_scheme = "INTERNAL_MANAGED" }
`,
  });
  const told = Object.fromEntries(
    graph.resources.map((resource) => [resource.address, circumstancesOf(graph, resource).join(', ')]),
  );
  expect(told).toEqual({
    'google_compute_instance.public': 'reachable from the internet',
    'google_compute_instance.private': '',
    'google_sql_database_instance.open': 'reachable from the internet, holds data',
    'google_storage_bucket.site': 'reachable from the internet, holds data',
    'google_storage_bucket_iam_binding.site': '',
    'google_compute_global_forwarding_rule.outer': 'reachable from the internet',
    'google_compute_forwarding_rule.inner': '',
  });
});
