module "executive_dashboard" {
  source = "../../../modules/dashboard"

  name   = "production-fleet-executive"
  region = local.region
  start  = "-P30D"
  rows = [
    {
      title = "What people are woken for"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-fleet-alb-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-down",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-unhealthy",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-api-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-fleet-certificate-expires",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-positions-queue-age",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-to-archive-queue-age",
          ]
        },
      ]
    },
    {
      title = "Objectives: error budget left, percent of 30 days"
      widgets = [
        {
          title = "map-availability"
          metrics = [
            "AWS/ApplicationELB HTTPCode_Target_5XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.map.target_group}",
            "AWS/ApplicationELB RequestCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.map.target_group}",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.001)"
          view       = "singleValue"
        },
        {
          title = "receive-availability"
          metrics = [
            "AWS/ApiGateway 5XXError ApiName production-receive-api Stage live",
            "AWS/ApiGateway Count ApiName production-receive-api Stage live",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.001)"
          view       = "singleValue"
        },
        {
          title = "locate-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName production-locate-function",
            "AWS/Lambda Invocations FunctionName production-locate-function",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.001)"
          view       = "singleValue"
        },
        {
          title = "archive-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName production-archive-function",
            "AWS/Lambda Invocations FunctionName production-archive-function",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.001)"
          view       = "singleValue"
        },
      ]
    },
    {
      title = "Objectives: error budget left, percent of 30 days, further"
      widgets = [
        {
          title = "thumbnail-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName production-thumbnail-function",
            "AWS/Lambda Invocations FunctionName production-thumbnail-function",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.001)"
          view       = "singleValue"
        },
        {
          title = "sweep-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName production-sweep-function",
            "AWS/Lambda Invocations FunctionName production-sweep-function",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.001)"
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
          most    = 2000
        },
        {
          title = "Planned"
          text  = "production: 189 of 1036\n\nBy parts and with what makes it more: docs/cost.md."
        },
      ]
    },
  ]
}

module "team_fleet_dashboard" {
  source = "../../../modules/dashboard"

  name   = "production-fleet-team"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-fleet-alb-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-down",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-tasks",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-at-its-most",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-memory",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-tasks-fail",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-unhealthy",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-some-unhealthy",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-report-job-missed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-api-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-api-slow",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-function-not-on-time",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-fleet-certificate-expires",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-positions-queue-dead-letters",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-positions-queue-age",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-to-archive-queue-dead-letters",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-to-archive-queue-age",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-vans-table-reads-throttled",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-vans-table-writes-throttled",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-fleet-backup-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-fleet-backup-too-old",
          ]
        },
      ]
    },
    {
      title = "Burn rate over an hour: from 14.4 on somebody is woken"
      widgets = [
        {
          title = "map-availability"
          metrics = [
            "AWS/ApplicationELB HTTPCode_Target_5XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.map.target_group}",
            "AWS/ApplicationELB RequestCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.map.target_group}",
          ]
          expression = "FILL(m1, 0) / m2 / 0.001"
          period     = 3600
          most       = 14.4
        },
        {
          title = "receive-availability"
          metrics = [
            "AWS/ApiGateway 5XXError ApiName production-receive-api Stage live",
            "AWS/ApiGateway Count ApiName production-receive-api Stage live",
          ]
          expression = "FILL(m1, 0) / m2 / 0.001"
          period     = 3600
          most       = 14.4
        },
        {
          title = "locate-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName production-locate-function",
            "AWS/Lambda Invocations FunctionName production-locate-function",
          ]
          expression = "FILL(m1, 0) / m2 / 0.001"
          period     = 3600
          most       = 14.4
        },
        {
          title = "archive-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName production-archive-function",
            "AWS/Lambda Invocations FunctionName production-archive-function",
          ]
          expression = "FILL(m1, 0) / m2 / 0.001"
          period     = 3600
          most       = 14.4
        },
      ]
    },
    {
      title = "Burn rate over an hour: from 14.4 on somebody is woken, further"
      widgets = [
        {
          title = "thumbnail-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName production-thumbnail-function",
            "AWS/Lambda Invocations FunctionName production-thumbnail-function",
          ]
          expression = "FILL(m1, 0) / m2 / 0.001"
          period     = 3600
          most       = 14.4
        },
        {
          title = "sweep-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName production-sweep-function",
            "AWS/Lambda Invocations FunctionName production-sweep-function",
          ]
          expression = "FILL(m1, 0) / m2 / 0.001"
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
            "AWS/ApplicationELB RequestCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.map.target_group}",
          ]
        },
        {
          title = "Errors"
          metrics = [
            "AWS/ApplicationELB HTTPCode_Target_5XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.map.target_group}",
          ]
        },
        {
          title = "Duration in seconds, 99 percent"
          metrics = [
            "AWS/ApplicationELB TargetResponseTime LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.map.target_group}",
          ]
          stats = ["p99"]
        },
        {
          title = "Tasks running"
          metrics = [
            "ECS/ContainerInsights RunningTaskCount ClusterName production-fleet-cluster ServiceName production-map-service",
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
            "AWS/ECS CPUUtilization ClusterName production-fleet-cluster ServiceName production-map-service",
          ]
          stats = ["Average"]
        },
        {
          title = "Memory, percent"
          metrics = [
            "AWS/ECS MemoryUtilization ClusterName production-fleet-cluster ServiceName production-map-service",
          ]
          stats = ["Maximum"]
        },
      ]
    },
    {
      title = "Functions"
      widgets = [
        {
          title = "Calls"
          metrics = [
            "AWS/Lambda Invocations FunctionName production-receive-function",
            "AWS/Lambda Invocations FunctionName production-locate-function",
            "AWS/Lambda Invocations FunctionName production-archive-function",
            "AWS/Lambda Invocations FunctionName production-thumbnail-function",
            "AWS/Lambda Invocations FunctionName production-sweep-function",
          ]
        },
        {
          title = "Errors"
          metrics = [
            "AWS/Lambda Errors FunctionName production-receive-function",
            "AWS/Lambda Errors FunctionName production-locate-function",
            "AWS/Lambda Errors FunctionName production-archive-function",
            "AWS/Lambda Errors FunctionName production-thumbnail-function",
            "AWS/Lambda Errors FunctionName production-sweep-function",
          ]
        },
        {
          title = "Duration in milliseconds, 99 percent"
          metrics = [
            "AWS/Lambda Duration FunctionName production-receive-function",
            "AWS/Lambda Duration FunctionName production-locate-function",
            "AWS/Lambda Duration FunctionName production-archive-function",
            "AWS/Lambda Duration FunctionName production-thumbnail-function",
            "AWS/Lambda Duration FunctionName production-sweep-function",
          ]
          stats = ["p99"]
        },
        {
          title = "Turned away"
          metrics = [
            "AWS/Lambda Throttles FunctionName production-receive-function",
            "AWS/Lambda Throttles FunctionName production-locate-function",
            "AWS/Lambda Throttles FunctionName production-archive-function",
            "AWS/Lambda Throttles FunctionName production-thumbnail-function",
            "AWS/Lambda Throttles FunctionName production-sweep-function",
          ]
        },
      ]
    },
    {
      title = "positions (queue)"
      widgets = [
        {
          title = "Oldest message in seconds"
          metrics = [
            "AWS/SQS ApproximateAgeOfOldestMessage QueueName production-positions-queue",
          ]
          stats = ["Maximum"]
          most  = 720
        },
        {
          title = "Sent and done"
          metrics = [
            "AWS/SQS NumberOfMessagesSent QueueName production-positions-queue",
            "AWS/SQS NumberOfMessagesDeleted QueueName production-positions-queue",
          ]
        },
        {
          title = "Messages that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName production-positions-queue",
          ]
          stats = ["Maximum"]
        },
        {
          title = "Dead letters"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName production-positions-dlq",
          ]
          stats = ["Maximum"]
        },
      ]
    },
    {
      title = "to-archive (queue)"
      widgets = [
        {
          title = "Oldest message in seconds"
          metrics = [
            "AWS/SQS ApproximateAgeOfOldestMessage QueueName production-to-archive-queue",
          ]
          stats = ["Maximum"]
          most  = 1440
        },
        {
          title = "Sent and done"
          metrics = [
            "AWS/SQS NumberOfMessagesSent QueueName production-to-archive-queue",
            "AWS/SQS NumberOfMessagesDeleted QueueName production-to-archive-queue",
          ]
        },
        {
          title = "Messages that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName production-to-archive-queue",
          ]
          stats = ["Maximum"]
        },
        {
          title = "Dead letters"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName production-to-archive-dlq",
          ]
          stats = ["Maximum"]
        },
      ]
    },
    {
      title = "moved (topic)"
      widgets = [
        {
          title = "Published, delivered and not delivered"
          metrics = [
            "AWS/SNS NumberOfMessagesPublished TopicName production-moved-topic",
            "AWS/SNS NumberOfNotificationsDelivered TopicName production-moved-topic",
            "AWS/SNS NumberOfNotificationsFailed TopicName production-moved-topic",
          ]
        },
      ]
    },
    {
      title = "vans (table)"
      widgets = [
        {
          title = "Capacity used"
          metrics = [
            "AWS/DynamoDB ConsumedReadCapacityUnits TableName production-vans-table",
            "AWS/DynamoDB ConsumedWriteCapacityUnits TableName production-vans-table",
          ]
        },
        {
          title = "Turned away"
          metrics = [
            "AWS/DynamoDB ReadThrottleEvents TableName production-vans-table",
            "AWS/DynamoDB WriteThrottleEvents TableName production-vans-table",
          ]
          most = 10
        },
      ]
    },
  ]
}
