module "service_web_dashboard" {
  source = "../../../modules/dashboard"

  name   = "staging-web-dashboard"
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
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-service-memory",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-service-tasks-fail",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-service-some-unhealthy",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-web-service-errors",
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
      ]
    },
    {
      title = "Requests to web"
      widgets = [
        {
          title = "Requests"
          metrics = [
            "AWS/ApplicationELB RequestCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
          ]
        },
        {
          title = "Errors"
          metrics = [
            "AWS/ApplicationELB HTTPCode_Target_5XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
            "AWS/ApplicationELB HTTPCode_Target_4XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
            "AWS/ApplicationELB TargetConnectionErrorCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
          ]
        },
        {
          title = "Duration in seconds"
          metrics = [
            "AWS/ApplicationELB TargetResponseTime LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
          ]
          stats = ["p50", "p95", "p99"]
        },
        {
          title = "Healthy and unhealthy tasks"
          metrics = [
            "AWS/ApplicationELB HealthyHostCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
            "AWS/ApplicationELB UnHealthyHostCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.web.target_group}",
          ]
          stats = ["Maximum"]
        },
      ]
    },
    {
      title = "Saturation of web"
      widgets = [
        {
          title = "Tasks wanted and running"
          metrics = [
            "ECS/ContainerInsights DesiredTaskCount ClusterName staging-shop-cluster ServiceName staging-web-service",
            "ECS/ContainerInsights RunningTaskCount ClusterName staging-shop-cluster ServiceName staging-web-service",
          ]
          stats = ["Average"]
          most  = 2
        },
        {
          title = "Processors, percent"
          metrics = [
            "AWS/ECS CPUUtilization ClusterName staging-shop-cluster ServiceName staging-web-service",
          ]
          stats = ["Average", "Maximum"]
          most  = 70
        },
        {
          title = "Memory, percent"
          metrics = [
            "AWS/ECS MemoryUtilization ClusterName staging-shop-cluster ServiceName staging-web-service",
          ]
          stats = ["Average", "Maximum"]
          most  = 92
        },
        {
          title = "Tasks that failed"
          metrics = [
            "AWS/Events Invocations RuleName staging-web-service-tasks-fail",
          ]
          most = 4
        },
      ]
    },
  ]
}

module "service_api_dashboard" {
  source = "../../../modules/dashboard"

  name   = "staging-api-dashboard"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-availability-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-availability-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-availability-day",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-availability-lastdays",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-latency-hour",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-latency-quarter",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-latency-day",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-latency-lastdays",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-service-at-its-most",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-service-memory",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-service-tasks-fail",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-service-some-unhealthy",
            "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:staging-api-service-errors",
          ]
        },
      ]
    },
    {
      title = "Burn rate over an hour: from 14.4 on somebody is woken"
      widgets = [
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
      title = "Requests to api"
      widgets = [
        {
          title = "Requests"
          metrics = [
            "AWS/ApplicationELB RequestCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
          ]
        },
        {
          title = "Errors"
          metrics = [
            "AWS/ApplicationELB HTTPCode_Target_5XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
            "AWS/ApplicationELB HTTPCode_Target_4XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
            "AWS/ApplicationELB TargetConnectionErrorCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
          ]
        },
        {
          title = "Duration in seconds"
          metrics = [
            "AWS/ApplicationELB TargetResponseTime LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
          ]
          stats = ["p50", "p95", "p99"]
          most  = 0.4
        },
        {
          title = "Healthy and unhealthy tasks"
          metrics = [
            "AWS/ApplicationELB HealthyHostCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
            "AWS/ApplicationELB UnHealthyHostCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.api.target_group}",
          ]
          stats = ["Maximum"]
        },
      ]
    },
    {
      title = "Saturation of api"
      widgets = [
        {
          title = "Tasks wanted and running"
          metrics = [
            "ECS/ContainerInsights DesiredTaskCount ClusterName staging-shop-cluster ServiceName staging-api-service",
            "ECS/ContainerInsights RunningTaskCount ClusterName staging-shop-cluster ServiceName staging-api-service",
          ]
          stats = ["Average"]
          most  = 3
        },
        {
          title = "Processors, percent"
          metrics = [
            "AWS/ECS CPUUtilization ClusterName staging-shop-cluster ServiceName staging-api-service",
          ]
          stats = ["Average", "Maximum"]
          most  = 70
        },
        {
          title = "Memory, percent"
          metrics = [
            "AWS/ECS MemoryUtilization ClusterName staging-shop-cluster ServiceName staging-api-service",
          ]
          stats = ["Average", "Maximum"]
          most  = 92
        },
        {
          title = "Tasks that failed"
          metrics = [
            "AWS/Events Invocations RuleName staging-api-service-tasks-fail",
          ]
          most = 4
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
