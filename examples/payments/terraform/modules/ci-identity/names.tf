locals {
  parts = split("-", var.name)
  # production-shop-ci makes production-* and, for buckets whose names are unique in the world, shop-production-*.
  patterns = var.name_patterns != null ? var.name_patterns : concat(
    ["${local.parts[0]}-*"],
    length(local.parts) > 2 ? ["${local.parts[1]}-${local.parts[0]}-*"] : [],
  )
  environments = var.environment != null ? [for name in [var.environment, var.standby] : name if name != null] : [for pattern in local.patterns : trimsuffix(trimsuffix(pattern, "*"), "-")]

  region = "*:${var.account_id}"
  # Where the name of a thing stands in its ARN. Source: AWS Service Authorization Reference, resource types. What is made
  # with the options and parameters that AWS has for all asks for the right to those too.
  arns = {
    budgets              = ["arn:aws:budgets::${var.account_id}:budget/NAME"]
    cloudtrail           = ["arn:aws:cloudtrail:${local.region}:trail/NAME"]
    cloudwatch           = ["arn:aws:cloudwatch:${local.region}:alarm:NAME", "arn:aws:cloudwatch::${var.account_id}:dashboard/NAME"]
    dynamodb             = ["arn:aws:dynamodb:${local.region}:table/NAME"]
    ecr                  = ["arn:aws:ecr:${local.region}:repository/NAME"]
    ecs                  = ["arn:aws:ecs:${local.region}:*/NAME"]
    eks                  = ["arn:aws:eks:${local.region}:*/NAME"]
    elasticache          = ["arn:aws:elasticache:${local.region}:*:NAME", "arn:aws:elasticache:${local.region}:parametergroup:default.*"]
    elasticloadbalancing = ["arn:aws:elasticloadbalancing:${local.region}:*/NAME"]
    events               = ["arn:aws:events:${local.region}:rule/NAME"]
    lambda               = ["arn:aws:lambda:${local.region}:function:NAME"]
    logs                 = concat(["arn:aws:logs:${local.region}:log-group:*NAME"], [for name in local.environments : "arn:aws:logs:${local.region}:log-group:/${name}/*"])
    rds                  = ["arn:aws:rds:${local.region}:*:NAME", "arn:aws:rds:${local.region}:og:default:*"]
    s3                   = ["arn:aws:s3:::NAME"]
    scheduler            = ["arn:aws:scheduler:${local.region}:schedule*/NAME"]
    secretsmanager       = [for name in local.environments : "arn:aws:secretsmanager:${local.region}:secret:${name}/*"]
    sns                  = ["arn:aws:sns:${local.region}:NAME"]
    sqs                  = ["arn:aws:sqs:${local.region}:NAME"]
  }

  named_arns = {
    for service, arns in local.arns : service => distinct(flatten([
      for pattern in local.patterns : [for arn in arns : replace(arn, "NAME", pattern)]
    ]))
  }
}
