import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/gcp.ts';

describeJudgements(checks, 'gcp', {
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
  'alloydb-open-to-internet': [
    [
      'weighs whom it lets in',
      `resource "google_alloydb_instance" "open" {
  network_config {
    enable_public_ip = true
    authorized_external_networks { cidr_range = "0.0.0.0/0" }
  }
}
resource "google_alloydb_instance" "office" {
  network_config {
    enable_public_ip = true
    authorized_external_networks { cidr_range = "203.0.113.0/28" }
  }
}
resource "google_alloydb_instance" "inner" { instance_type = "PRIMARY" }
`,
      ['critical google_alloydb_instance.open', 'medium google_alloydb_instance.office'],
    ],
  ],
  'key-destroyable': [
    [
      'takes a guard that is off for none',
      `resource "google_kms_crypto_key" "off" {
  lifecycle { prevent_destroy = false }
}
resource "google_kms_crypto_key" "on" {
  lifecycle { prevent_destroy = true }
}
`,
      ['low google_kms_crypto_key.off'],
    ],
  ],
  'bigquery-public': [
    [
      'takes an access that names nobody for one of everybody',
      `resource "google_bigquery_dataset" "open" {
  dataset_id = "open"
  access { role = "READER" }
}
resource "google_bigquery_dataset" "shared" {
  dataset_id = "shared"
  access {
    view {
      dataset_id = "orders"
      project_id = "acme"
      table_id   = "daily"
    }
  }
}
`,
      ['high google_bigquery_dataset.open'],
    ],
  ],
  'sql-plain-transport': [
    [
      'judges an instance without settings by the defaults, and leaves a clone to what it copies',
      `resource "google_sql_database_instance" "plain" { database_version = "POSTGRES_16" }
resource "google_sql_database_instance" "copy" {
  database_version = "POSTGRES_16"
  clone { source_instance_name = "orders" }
}
`,
      ['medium google_sql_database_instance.plain'],
    ],
  ],
  'sql-backup-off': [
    [
      'judges an instance without settings by the defaults, and leaves a clone to what it copies',
      `resource "google_sql_database_instance" "plain" { database_version = "POSTGRES_16" }
resource "google_sql_database_instance" "copy" {
  database_version = "POSTGRES_16"
  clone { source_instance_name = "orders" }
}
`,
      ['high google_sql_database_instance.plain'],
    ],
    [
      'asks for no backups of a replica',
      'resource "google_sql_database_instance" "copy" {\n  master_instance_name = "orders"\n  settings { tier = "db-custom-1-3840" }\n}\n',
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
});
