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
  'sql-backup-off': [
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
