import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/gcp.ts';

describeJudgements(checks, 'gcp', {
  'api-key-unrestricted': [
    [
      'weighs what is missing, and leaves keys of an account to its rights',
      `resource "google_apikeys_key" "open" { name = "open" }
resource "google_apikeys_key" "half" {
  name = "half"
  restrictions {
    api_targets { service = "maps-backend.googleapis.com" }
  }
}
resource "google_apikeys_key" "bound" {
  name                  = "bound"
  service_account_email = "shop@acme.iam.gserviceaccount.com"
}
`,
      ['medium google_apikeys_key.open', 'low google_apikeys_key.half'],
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
  'workload-identity-unlimited': [
    [
      'takes a condition on what the stranger decides for none',
      `resource "google_iam_workload_identity_pool_provider" "branch" {
  attribute_condition = "assertion.ref == 'refs/heads/main'"
  oidc { issuer_uri = "https://token.actions.githubusercontent.com" }
}
resource "google_iam_workload_identity_pool_provider" "owner" {
  attribute_condition = "assertion.ref == 'refs/heads/main' && assertion.repository_owner == 'acme'"
  oidc { issuer_uri = "https://token.actions.githubusercontent.com" }
}
resource "google_iam_workload_identity_pool_provider" "own" {
  oidc { issuer_uri = "https://idp.acme.example" }
}
`,
      [
        'high google_iam_workload_identity_pool_provider.branch',
        'low google_iam_workload_identity_pool_provider.own',
      ],
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
  'password-written': [
    [
      'tells a password from what stands in for one, and from where it is kept',
      `variable "password" { type = string }
resource "google_sql_user" "written" { password = "correct-horse-battery" }
resource "google_sql_user" "later" { password = "REPLACE_ME" }
resource "google_sql_user" "asked" { password = var.password }
`,
      ['high google_sql_user.written'],
    ],
  ],
});
