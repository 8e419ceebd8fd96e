resource "aws_cloudwatch_log_group" "of_acquiring" {
  name              = "/production-dr/payments/acquiring"
  retention_in_days = 365
  kms_key_id        = module.logs_key.arn
}

resource "aws_cloudwatch_log_group" "of_ledger" {
  name              = "/production-dr/payments/ledger"
  retention_in_days = 365
  kms_key_id        = module.logs_key.arn
}

resource "aws_cloudwatch_log_group" "of_platform" {
  name              = "/production-dr/payments/platform"
  retention_in_days = 365
  kms_key_id        = module.logs_key.arn
}

module "fluent_bit" {
  source = "../../../modules/identity"

  name            = "production-dr-fluent-bit-role"
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
        "arn:aws:logs:eu-west-1:444455556666:log-group:/production-dr/payments/*",
      ]
    },
  ]
  permissions_boundary_arn = local.permissions_boundary_arn
}

module "prometheus_yet_another_cloudwatch_exporter" {
  source = "../../../modules/identity"

  name            = "production-dr-cloudwatch-exporter-role"
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

  name            = "production-dr-opentelemetry-collector-role"
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
