module "executive_dashboard" {
  source = "../../../modules/dashboard"

  name   = "staging-shop-executive"
  region = local.region
  start  = "-P30D"
  rows = [
    {
      title = "What would wake people in production"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-availability-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-availability-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-availability-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-availability-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-latency-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-latency-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-shop-alb-errors",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-service-errors",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-service-errors",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-shop-certificate-expires",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-orders-db-storage-ends",
          ]
        },
      ]
    },
    {
      title = "Objectives: error budget left, percent of 30 days"
      widgets = [
        {
          title = "web-availability"
          metrics = [
            "AWS/ApplicationELB HTTPCode_Target_5XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
            "AWS/ApplicationELB RequestCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.005)"
          view       = "singleValue"
        },
        {
          title = "api-availability"
          metrics = [
            "AWS/ApplicationELB HTTPCode_Target_5XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
            "AWS/ApplicationELB RequestCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.005)"
          view       = "singleValue"
        },
        {
          title = "api-latency"
          metrics = [
            "AWS/ApplicationELB TargetResponseTime LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
          ]
          stats      = ["PR(:0.4)"]
          expression = "100 * (1 - (100 - m1) / 100 / 0.05)"
          view       = "singleValue"
        },
      ]
    },
    {
      title = "Cost, US dollars a month"
      widgets = [
        {
          title   = "Spent so far this month, in the account"
          metrics = ["AWS/Billing EstimatedCharges Currency USD"]
          stats   = ["Maximum"]
          period  = 21600
          region  = "us-east-1"
          most    = 1200
        },
        {
          title = "Planned"
          text  = "staging: 146 of 389\n\nBy parts and with what makes it more: docs/cost.md."
        },
      ]
    },
  ]
}

module "team_shop_dashboard" {
  source = "../../../modules/dashboard"

  name   = "staging-shop-team"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-availability-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-availability-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-availability-day",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-availability-lastdays",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-availability-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-availability-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-availability-day",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-availability-lastdays",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-latency-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-latency-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-latency-day",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-latency-lastdays",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-shop-alb-errors",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-service-memory",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-service-tasks-fail",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-service-some-unhealthy",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-service-errors",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-service-at-its-most",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-service-memory",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-service-tasks-fail",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-service-some-unhealthy",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-service-errors",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-shop-certificate-expires",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-orders-db-storage",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-orders-db-storage-ends",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-orders-db-cpu",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-orders-db-memory",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-orders-db-connections",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-sessions-cache-001-memory",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-sessions-cache-001-evictions",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-sessions-cache-001-cpu",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-shop-backup-failed",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-shop-backup-too-old",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-shop-hours-missed",
          ]
        },
      ]
    },
    {
      title = "Burn rate over an hour: from 14.4 on somebody is woken"
      widgets = [
        {
          title = "web-availability"
          metrics = [
            "AWS/ApplicationELB HTTPCode_Target_5XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
            "AWS/ApplicationELB RequestCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
          ]
          expression = "FILL(m1, 0) / m2 / 0.005"
          period     = 3600
          most       = 14.4
        },
        {
          title = "api-availability"
          metrics = [
            "AWS/ApplicationELB HTTPCode_Target_5XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
            "AWS/ApplicationELB RequestCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
          ]
          expression = "FILL(m1, 0) / m2 / 0.005"
          period     = 3600
          most       = 14.4
        },
        {
          title = "api-latency"
          metrics = [
            "AWS/ApplicationELB TargetResponseTime LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
          ]
          stats      = ["PR(:0.4)"]
          expression = "(100 - m1) / 100 / 0.05"
          period     = 3600
          most       = 14.4
        },
      ]
    },
    {
      title = "Services"
      widgets = [
        {
          title = "Requests"
          metrics = [
            "AWS/ApplicationELB RequestCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
            "AWS/ApplicationELB RequestCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
          ]
        },
        {
          title = "Errors"
          metrics = [
            "AWS/ApplicationELB HTTPCode_Target_5XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
            "AWS/ApplicationELB HTTPCode_Target_5XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
          ]
        },
        {
          title = "Duration in seconds, 99 percent"
          metrics = [
            "AWS/ApplicationELB TargetResponseTime LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
            "AWS/ApplicationELB TargetResponseTime LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
          ]
          stats = ["p99"]
        },
        {
          title = "Tasks running"
          metrics = [
            "ECS/ContainerInsights RunningTaskCount ClusterName staging-shop-cluster ServiceName staging-web-service",
            "ECS/ContainerInsights RunningTaskCount ClusterName staging-shop-cluster ServiceName staging-api-service",
          ]
          stats = ["Minimum"]
        },
      ]
    },
    {
      title = "Services, further"
      widgets = [
        {
          title = "Processors, percent"
          metrics = [
            "AWS/ECS CPUUtilization ClusterName staging-shop-cluster ServiceName staging-web-service",
            "AWS/ECS CPUUtilization ClusterName staging-shop-cluster ServiceName staging-api-service",
          ]
          stats = ["Average"]
        },
        {
          title = "Memory, percent"
          metrics = [
            "AWS/ECS MemoryUtilization ClusterName staging-shop-cluster ServiceName staging-web-service",
            "AWS/ECS MemoryUtilization ClusterName staging-shop-cluster ServiceName staging-api-service",
          ]
          stats = ["Maximum"]
        },
      ]
    },
    {
      title = "orders (postgres)"
      widgets = [
        {
          title = "Processors, percent"
          metrics = [
            "AWS/RDS CPUUtilization DBInstanceIdentifier staging-orders-db",
          ]
          stats = ["Average"]
          most  = 85
        },
        {
          title = "Connections"
          metrics = [
            "AWS/RDS DatabaseConnections DBInstanceIdentifier staging-orders-db",
          ]
          stats = ["Maximum"]
          most  = 225
        },
        {
          title = "Storage free, percent of what it was made with"
          metrics = [
            "AWS/RDS FreeStorageSpace DBInstanceIdentifier staging-orders-db",
          ]
          stats      = ["Average"]
          expression = "100 * m1 / 21474836480"
          most       = 10
        },
        {
          title = "Time of reads and writes in seconds"
          metrics = [
            "AWS/RDS ReadLatency DBInstanceIdentifier staging-orders-db",
            "AWS/RDS WriteLatency DBInstanceIdentifier staging-orders-db",
          ]
          stats = ["Average"]
        },
      ]
    },
    {
      title = "sessions (redis)"
      widgets = [
        {
          title = "Processor, percent"
          metrics = [
            "AWS/ElastiCache EngineCPUUtilization CacheClusterId staging-sessions-cache-001",
          ]
          stats = ["Maximum"]
          most  = 85
        },
        {
          title = "Memory, percent"
          metrics = [
            "AWS/ElastiCache DatabaseMemoryUsagePercentage CacheClusterId staging-sessions-cache-001",
          ]
          stats = ["Maximum"]
          most  = 85
        },
        {
          title = "Keys thrown out"
          metrics = [
            "AWS/ElastiCache Evictions CacheClusterId staging-sessions-cache-001",
          ]
        },
        {
          title = "Connections"
          metrics = [
            "AWS/ElastiCache CurrConnections CacheClusterId staging-sessions-cache-001",
          ]
          stats = ["Maximum"]
        },
      ]
    },
  ]
}
