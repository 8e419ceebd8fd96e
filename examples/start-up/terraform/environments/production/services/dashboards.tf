module "executive_dashboard" {
  source = "../../../modules/dashboard"

  name   = "production-shop-executive"
  region = local.region
  start  = "-P30D"
  rows = [
    {
      title = "What people are woken for"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-availability-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-availability-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-availability-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-availability-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-latency-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-latency-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-shop-alb-errors",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-service-down",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-service-unhealthy",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-service-errors",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-service-down",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-service-unhealthy",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-service-errors",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-shop-certificate-expires",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-orders-db-storage-ends",
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
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.001)"
          view       = "singleValue"
        },
        {
          title = "api-availability"
          metrics = [
            "AWS/ApplicationELB HTTPCode_Target_5XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
            "AWS/ApplicationELB RequestCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.001)"
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
          text  = "production: 303 of 811\n\nBy parts and with what makes it more: docs/cost.md."
        },
      ]
    },
  ]
}

module "team_shop_dashboard" {
  source = "../../../modules/dashboard"

  name   = "production-shop-team"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-availability-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-availability-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-availability-day",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-availability-lastdays",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-availability-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-availability-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-availability-day",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-availability-lastdays",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-latency-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-latency-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-latency-day",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-latency-lastdays",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-shop-alb-errors",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-service-down",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-service-tasks",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-service-at-its-most",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-service-memory",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-service-tasks-fail",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-service-unhealthy",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-service-some-unhealthy",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-web-service-errors",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-service-down",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-service-tasks",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-service-at-its-most",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-service-memory",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-service-tasks-fail",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-service-unhealthy",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-service-some-unhealthy",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-api-service-errors",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-shop-certificate-expires",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-orders-db-storage",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-orders-db-storage-ends",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-orders-db-cpu",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-orders-db-memory",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-orders-db-connections",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-sessions-cache-001-memory",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-sessions-cache-001-evictions",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-sessions-cache-001-cpu",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-sessions-cache-001-lag",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-sessions-cache-001-failover",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-sessions-cache-002-memory",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-sessions-cache-002-evictions",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-sessions-cache-002-cpu",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-sessions-cache-002-lag",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-shop-backup-failed",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:production-shop-backup-too-old",
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
          expression = "FILL(m1, 0) / m2 / 0.001"
          period     = 3600
          most       = 14.4
        },
        {
          title = "api-availability"
          metrics = [
            "AWS/ApplicationELB HTTPCode_Target_5XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
            "AWS/ApplicationELB RequestCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
          ]
          expression = "FILL(m1, 0) / m2 / 0.001"
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
            "ECS/ContainerInsights RunningTaskCount ClusterName production-shop-cluster ServiceName production-web-service",
            "ECS/ContainerInsights RunningTaskCount ClusterName production-shop-cluster ServiceName production-api-service",
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
            "AWS/ECS CPUUtilization ClusterName production-shop-cluster ServiceName production-web-service",
            "AWS/ECS CPUUtilization ClusterName production-shop-cluster ServiceName production-api-service",
          ]
          stats = ["Average"]
        },
        {
          title = "Memory, percent"
          metrics = [
            "AWS/ECS MemoryUtilization ClusterName production-shop-cluster ServiceName production-web-service",
            "AWS/ECS MemoryUtilization ClusterName production-shop-cluster ServiceName production-api-service",
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
            "AWS/RDS CPUUtilization DBInstanceIdentifier production-orders-db",
          ]
          stats = ["Average"]
          most  = 85
        },
        {
          title = "Connections"
          metrics = [
            "AWS/RDS DatabaseConnections DBInstanceIdentifier production-orders-db",
          ]
          stats = ["Maximum"]
          most  = 450
        },
        {
          title = "Storage free, percent of what it was made with"
          metrics = [
            "AWS/RDS FreeStorageSpace DBInstanceIdentifier production-orders-db",
          ]
          stats      = ["Average"]
          expression = "100 * m1 / 21474836480"
          most       = 10
        },
        {
          title = "Time of reads and writes in seconds"
          metrics = [
            "AWS/RDS ReadLatency DBInstanceIdentifier production-orders-db",
            "AWS/RDS WriteLatency DBInstanceIdentifier production-orders-db",
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
            "AWS/ElastiCache EngineCPUUtilization CacheClusterId production-sessions-cache-001",
            "AWS/ElastiCache EngineCPUUtilization CacheClusterId production-sessions-cache-002",
          ]
          stats = ["Maximum"]
          most  = 85
        },
        {
          title = "Memory, percent"
          metrics = [
            "AWS/ElastiCache DatabaseMemoryUsagePercentage CacheClusterId production-sessions-cache-001",
            "AWS/ElastiCache DatabaseMemoryUsagePercentage CacheClusterId production-sessions-cache-002",
          ]
          stats = ["Maximum"]
          most  = 85
        },
        {
          title = "Keys thrown out"
          metrics = [
            "AWS/ElastiCache Evictions CacheClusterId production-sessions-cache-001",
            "AWS/ElastiCache Evictions CacheClusterId production-sessions-cache-002",
          ]
        },
        {
          title = "Connections"
          metrics = [
            "AWS/ElastiCache CurrConnections CacheClusterId production-sessions-cache-001",
            "AWS/ElastiCache CurrConnections CacheClusterId production-sessions-cache-002",
          ]
          stats = ["Maximum"]
        },
      ]
    },
  ]
}
