resource "aws_cloudwatch_log_group" "of_acquiring" {
  name              = "/production/payments/acquiring"
  retention_in_days = 365
  kms_key_id        = module.logs_key.arn
}

resource "aws_cloudwatch_log_group" "of_ledger" {
  name              = "/production/payments/ledger"
  retention_in_days = 365
  kms_key_id        = module.logs_key.arn
}

resource "aws_cloudwatch_log_group" "of_platform" {
  name              = "/production/payments/platform"
  retention_in_days = 365
  kms_key_id        = module.logs_key.arn
}

module "alert_receivers" {
  source = "../../../modules/secret"

  name        = "production/payments/alert-receivers"
  description = "Filled in by a person, as JSON: keys of receivers of alerts, and the first user of Grafana"
  kms_key_arn = module.platform_key.arn
  replica = {
    region      = "eu-west-1"
    kms_key_arn = module.platform_recovery_key.arn
  }
}

module "fluent_bit" {
  source = "../../../modules/identity"

  name            = "production-fluent-bit-role"
  description     = "Writes logs of containers into the groups of this environment"
  cluster_name    = module.cluster.name
  namespace       = "monitoring"
  service_account = "fluent-bit"
  statements = [
    {
      actions = [
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "logs:DescribeLogStreams",
      ]
      resources = [
        "arn:aws:logs:eu-central-1:444455556666:log-group:/production/payments/*",
      ]
    },
  ]
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "prometheus_yet_another_cloudwatch_exporter" {
  source = "../../../modules/identity"

  name            = "production-cloudwatch-exporter-role"
  description     = "Reads metrics of CloudWatch"
  cluster_name    = module.cluster.name
  namespace       = "monitoring"
  service_account = "prometheus-yet-another-cloudwatch-exporter"
  statements = [
    {
      actions = [
        "cloudwatch:GetMetricData",
        "cloudwatch:ListMetrics",
        "tag:GetResources",
      ]
      resources = ["*"]
    },
  ]
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "opentelemetry_collector" {
  source = "../../../modules/identity"

  name            = "production-opentelemetry-collector-role"
  description     = "Sends traces to X-Ray"
  cluster_name    = module.cluster.name
  namespace       = "monitoring"
  service_account = "opentelemetry-collector"
  statements = [
    {
      actions   = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
      resources = ["*"]
    },
  ]
  permissions_boundary_arn = local.permissions_boundary_arn
}
