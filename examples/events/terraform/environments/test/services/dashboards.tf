module "executive_dashboard" {
  source = "../../../modules/dashboard"

  name   = "test-fleet-executive"
  region = local.region
  start  = "-P30D"
  rows = [
    {
      title = "What would wake people in production"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-fleet-alb-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-down",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-unhealthy",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-api-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-fleet-certificate-expires",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-positions-queue-age",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-to-archive-queue-age",
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
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.005)"
          view       = "singleValue"
        },
        {
          title = "receive-availability"
          metrics = [
            "AWS/ApiGateway 5XXError ApiName test-receive-api Stage live",
            "AWS/ApiGateway Count ApiName test-receive-api Stage live",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.005)"
          view       = "singleValue"
        },
        {
          title = "locate-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName test-locate-function",
            "AWS/Lambda Invocations FunctionName test-locate-function",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.005)"
          view       = "singleValue"
        },
        {
          title = "archive-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName test-archive-function",
            "AWS/Lambda Invocations FunctionName test-archive-function",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.005)"
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
            "AWS/Lambda Errors FunctionName test-thumbnail-function",
            "AWS/Lambda Invocations FunctionName test-thumbnail-function",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.005)"
          view       = "singleValue"
        },
        {
          title = "sweep-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName test-sweep-function",
            "AWS/Lambda Invocations FunctionName test-sweep-function",
          ]
          expression = "100 * (1 - FILL(m1, 0) / m2 / 0.005)"
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
          text  = "test: 176 of 964\n\nBy parts and with what makes it more: docs/cost.md."
        },
      ]
    },
  ]
}

module "team_fleet_dashboard" {
  source = "../../../modules/dashboard"

  name   = "test-fleet-team"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-fleet-alb-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-down",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-tasks",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-memory",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-tasks-fail",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-unhealthy",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-some-unhealthy",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-report-job-missed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-api-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-api-slow",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-function-not-on-time",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-fleet-certificate-expires",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-positions-queue-dead-letters",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-positions-queue-age",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-to-archive-queue-dead-letters",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-to-archive-queue-age",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-vans-table-reads-throttled",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-vans-table-writes-throttled",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-fleet-backup-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-fleet-backup-too-old",
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
          expression = "FILL(m1, 0) / m2 / 0.005"
          period     = 3600
          most       = 14.4
        },
        {
          title = "receive-availability"
          metrics = [
            "AWS/ApiGateway 5XXError ApiName test-receive-api Stage live",
            "AWS/ApiGateway Count ApiName test-receive-api Stage live",
          ]
          expression = "FILL(m1, 0) / m2 / 0.005"
          period     = 3600
          most       = 14.4
        },
        {
          title = "locate-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName test-locate-function",
            "AWS/Lambda Invocations FunctionName test-locate-function",
          ]
          expression = "FILL(m1, 0) / m2 / 0.005"
          period     = 3600
          most       = 14.4
        },
        {
          title = "archive-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName test-archive-function",
            "AWS/Lambda Invocations FunctionName test-archive-function",
          ]
          expression = "FILL(m1, 0) / m2 / 0.005"
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
            "AWS/Lambda Errors FunctionName test-thumbnail-function",
            "AWS/Lambda Invocations FunctionName test-thumbnail-function",
          ]
          expression = "FILL(m1, 0) / m2 / 0.005"
          period     = 3600
          most       = 14.4
        },
        {
          title = "sweep-availability"
          metrics = [
            "AWS/Lambda Errors FunctionName test-sweep-function",
            "AWS/Lambda Invocations FunctionName test-sweep-function",
          ]
          expression = "FILL(m1, 0) / m2 / 0.005"
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
            "ECS/ContainerInsights RunningTaskCount ClusterName test-fleet-cluster ServiceName test-map-service",
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
            "AWS/ECS CPUUtilization ClusterName test-fleet-cluster ServiceName test-map-service",
          ]
          stats = ["Average"]
        },
        {
          title = "Memory, percent"
          metrics = [
            "AWS/ECS MemoryUtilization ClusterName test-fleet-cluster ServiceName test-map-service",
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
            "AWS/Lambda Invocations FunctionName test-receive-function",
            "AWS/Lambda Invocations FunctionName test-locate-function",
            "AWS/Lambda Invocations FunctionName test-archive-function",
            "AWS/Lambda Invocations FunctionName test-thumbnail-function",
            "AWS/Lambda Invocations FunctionName test-sweep-function",
          ]
        },
        {
          title = "Errors"
          metrics = [
            "AWS/Lambda Errors FunctionName test-receive-function",
            "AWS/Lambda Errors FunctionName test-locate-function",
            "AWS/Lambda Errors FunctionName test-archive-function",
            "AWS/Lambda Errors FunctionName test-thumbnail-function",
            "AWS/Lambda Errors FunctionName test-sweep-function",
          ]
        },
        {
          title = "Duration in milliseconds, 99 percent"
          metrics = [
            "AWS/Lambda Duration FunctionName test-receive-function",
            "AWS/Lambda Duration FunctionName test-locate-function",
            "AWS/Lambda Duration FunctionName test-archive-function",
            "AWS/Lambda Duration FunctionName test-thumbnail-function",
            "AWS/Lambda Duration FunctionName test-sweep-function",
          ]
          stats = ["p99"]
        },
        {
          title = "Turned away"
          metrics = [
            "AWS/Lambda Throttles FunctionName test-receive-function",
            "AWS/Lambda Throttles FunctionName test-locate-function",
            "AWS/Lambda Throttles FunctionName test-archive-function",
            "AWS/Lambda Throttles FunctionName test-thumbnail-function",
            "AWS/Lambda Throttles FunctionName test-sweep-function",
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
            "AWS/SQS ApproximateAgeOfOldestMessage QueueName test-positions-queue",
          ]
          stats = ["Maximum"]
          most  = 720
        },
        {
          title = "Sent and done"
          metrics = [
            "AWS/SQS NumberOfMessagesSent QueueName test-positions-queue",
            "AWS/SQS NumberOfMessagesDeleted QueueName test-positions-queue",
          ]
        },
        {
          title = "Messages that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName test-positions-queue",
          ]
          stats = ["Maximum"]
        },
        {
          title = "Dead letters"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName test-positions-dlq",
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
            "AWS/SQS ApproximateAgeOfOldestMessage QueueName test-to-archive-queue",
          ]
          stats = ["Maximum"]
          most  = 1440
        },
        {
          title = "Sent and done"
          metrics = [
            "AWS/SQS NumberOfMessagesSent QueueName test-to-archive-queue",
            "AWS/SQS NumberOfMessagesDeleted QueueName test-to-archive-queue",
          ]
        },
        {
          title = "Messages that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName test-to-archive-queue",
          ]
          stats = ["Maximum"]
        },
        {
          title = "Dead letters"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName test-to-archive-dlq",
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
            "AWS/SNS NumberOfMessagesPublished TopicName test-moved-topic",
            "AWS/SNS NumberOfNotificationsDelivered TopicName test-moved-topic",
            "AWS/SNS NumberOfNotificationsFailed TopicName test-moved-topic",
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
            "AWS/DynamoDB ConsumedReadCapacityUnits TableName test-vans-table",
            "AWS/DynamoDB ConsumedWriteCapacityUnits TableName test-vans-table",
          ]
        },
        {
          title = "Turned away"
          metrics = [
            "AWS/DynamoDB ReadThrottleEvents TableName test-vans-table",
            "AWS/DynamoDB WriteThrottleEvents TableName test-vans-table",
          ]
          most = 10
        },
      ]
    },
  ]
}
