module "map_availability" {
  source = "../../../modules/objective-alarms"

  name      = "production-map-availability"
  summary   = "Users of map meet failures"
  objective = 0.999
  namespace = "AWS/ApplicationELB"
  dimensions = {
    LoadBalancer = local.platform.public_load_balancer
    TargetGroup  = module.map.target_group
  }
  requests         = "RequestCount"
  bad              = "HTTPCode_Target_5XX_Count"
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "map"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "receive_availability" {
  source = "../../../modules/objective-alarms"

  name      = "production-receive-availability"
  summary   = "Users of receive meet failures"
  objective = 0.999
  namespace = "AWS/ApiGateway"
  dimensions = {
    ApiName = "production-receive-api"
    Stage   = "live"
  }
  requests         = "Count"
  bad              = "5XXError"
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "receive"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "locate_availability" {
  source = "../../../modules/objective-alarms"

  name      = "production-locate-availability"
  summary   = "Users of locate meet failures"
  objective = 0.999
  namespace = "AWS/Lambda"
  dimensions = {
    FunctionName = "production-locate-function"
  }
  requests         = "Invocations"
  bad              = "Errors"
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "locate"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "archive_availability" {
  source = "../../../modules/objective-alarms"

  name      = "production-archive-availability"
  summary   = "Users of archive meet failures"
  objective = 0.999
  namespace = "AWS/Lambda"
  dimensions = {
    FunctionName = "production-archive-function"
  }
  requests         = "Invocations"
  bad              = "Errors"
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "archive"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "thumbnail_availability" {
  source = "../../../modules/objective-alarms"

  name      = "production-thumbnail-availability"
  summary   = "Users of thumbnail meet failures"
  objective = 0.999
  namespace = "AWS/Lambda"
  dimensions = {
    FunctionName = "production-thumbnail-function"
  }
  requests         = "Invocations"
  bad              = "Errors"
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "thumbnail"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}

module "sweep_availability" {
  source = "../../../modules/objective-alarms"

  name      = "production-sweep-availability"
  summary   = "Users of sweep meet failures"
  objective = 0.999
  namespace = "AWS/Lambda"
  dimensions = {
    FunctionName = "production-sweep-function"
  }
  requests         = "Invocations"
  bad              = "Errors"
  runbooks_url     = "https://gitlab.com/vans-example/platform/-/blob/main/docs/runbooks"
  page_topic_arn   = local.platform.page_topic_arn
  ticket_topic_arn = local.platform.alarm_topic_arn
  tags = {
    environment = "production"
    system      = "fleet"
    managed-by  = "terraform"
    service     = "sweep"
    owner       = "fleet"
    cost-centre = "fleet"
  }
}
