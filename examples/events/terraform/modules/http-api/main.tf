locals {
  base = trimsuffix(var.path, "/")
  # Where several APIs answer to one name, the mapping of the name takes the path away.
  paths = local.base == "" || var.shares_host ? ["/", "/{proxy+}"] : [local.base, "${local.base}/{proxy+}"]
  named = var.private == null && var.makes_host
}

resource "aws_api_gateway_rest_api" "this" {
  name        = var.name
  description = "Requests to ${var.host}${var.path}"

  # The default name would be a way around the rules that stand before ours.
  disable_execute_api_endpoint = var.private == null

  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = var.name, version = "1" }
    paths = { for path in local.paths : path => {
      "x-amazon-apigateway-any-method" = {
        "x-amazon-apigateway-integration" = {
          type       = "aws_proxy"
          httpMethod = "POST"
          uri        = var.invoke_arn
        }
      }
    } }
  })

  endpoint_configuration {
    types            = [var.private == null ? "REGIONAL" : "PRIVATE"]
    vpc_endpoint_ids = var.private == null ? null : var.private.vpc_endpoint_ids
  }

  tags = var.tags

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id

  triggers = {
    body   = sha256(aws_api_gateway_rest_api.this.body)
    access = var.private == null ? "" : join(",", sort(var.private.vpc_endpoint_ids))
  }

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [aws_api_gateway_rest_api_policy.this]
}

resource "aws_api_gateway_stage" "this" {
  rest_api_id          = aws_api_gateway_rest_api.this.id
  deployment_id        = aws_api_gateway_deployment.this.id
  stage_name           = "live"
  xray_tracing_enabled = true

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.this.arn
    format = jsonencode({
      requestId = "$context.requestId"
      time      = "$context.requestTimeEpoch"
      ip        = "$context.identity.sourceIp"
      method    = "$context.httpMethod"
      path      = "$context.path"
      status    = "$context.status"
      latency   = "$context.responseLatency"
      error     = "$context.error.message"
    })
  }

  tags = var.tags
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.this.stage_name
  method_path = "*/*"

  settings {
    metrics_enabled        = true
    logging_level          = "ERROR"
    data_trace_enabled     = false
    throttling_rate_limit  = var.rate_limit
    throttling_burst_limit = var.burst_limit
  }
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/apigateway/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.logs_kms_key_arn

  tags = var.tags
}

resource "aws_lambda_permission" "this" {
  statement_id  = "api"
  action        = "lambda:InvokeFunction"
  function_name = var.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.this.execution_arn}/*/*"
}

resource "aws_api_gateway_domain_name" "this" {
  count = local.named ? 1 : 0

  domain_name              = var.host
  regional_certificate_arn = var.certificate_arn
  security_policy          = "TLS_1_2"

  endpoint_configuration {
    types = ["REGIONAL"]
  }

  tags = var.tags
}

resource "aws_api_gateway_base_path_mapping" "this" {
  count = var.private == null && !var.shares_host ? 1 : 0

  api_id      = aws_api_gateway_rest_api.this.id
  stage_name  = aws_api_gateway_stage.this.stage_name
  domain_name = aws_api_gateway_domain_name.this[0].domain_name
}

# Mappings of this kind take paths of several parts.
resource "aws_apigatewayv2_api_mapping" "this" {
  count = var.private == null && var.shares_host ? 1 : 0

  api_id          = aws_api_gateway_rest_api.this.id
  stage           = aws_api_gateway_stage.this.stage_name
  domain_name     = var.makes_host ? aws_api_gateway_domain_name.this[0].domain_name : var.host
  api_mapping_key = local.base == "" ? null : trimprefix(local.base, "/")
}

resource "aws_route53_record" "this" {
  count = local.named ? 1 : 0

  zone_id = var.zone_id
  name    = coalesce(var.record, var.host)
  type    = "A"

  set_identifier  = var.region_weight == null ? null : var.region
  health_check_id = var.health_check_id

  dynamic "weighted_routing_policy" {
    for_each = var.region_weight == null ? [] : [var.region_weight]

    content {
      weight = weighted_routing_policy.value
    }
  }

  alias {
    name                   = aws_api_gateway_domain_name.this[0].regional_domain_name
    zone_id                = aws_api_gateway_domain_name.this[0].regional_zone_id
    evaluate_target_health = false
  }
}

resource "aws_wafv2_web_acl_association" "this" {
  count = var.has_web_acl ? 1 : 0

  resource_arn = aws_api_gateway_stage.this.arn
  web_acl_arn  = var.web_acl_arn
}
