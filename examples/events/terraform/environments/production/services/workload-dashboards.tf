module "service_map_dashboard" {
  source = "../../../modules/dashboard"

  name   = "production-map-dashboard"
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
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-down",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-tasks",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-at-its-most",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-memory",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-tasks-fail",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-unhealthy",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-some-unhealthy",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-map-service-errors",
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
      ]
    },
    {
      title = "Requests to map"
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
            "AWS/ApplicationELB HTTPCode_Target_4XX_Count LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.map.target_group}",
            "AWS/ApplicationELB TargetConnectionErrorCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.map.target_group}",
          ]
        },
        {
          title = "Duration in seconds"
          metrics = [
            "AWS/ApplicationELB TargetResponseTime LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.map.target_group}",
          ]
          stats = ["p50", "p95", "p99"]
        },
        {
          title = "Healthy and unhealthy tasks"
          metrics = [
            "AWS/ApplicationELB HealthyHostCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.map.target_group}",
            "AWS/ApplicationELB UnHealthyHostCount LoadBalancer ${local.platform.public_load_balancer} TargetGroup ${module.map.target_group}",
          ]
          stats = ["Maximum"]
        },
      ]
    },
    {
      title = "Saturation of map"
      widgets = [
        {
          title = "Tasks wanted and running"
          metrics = [
            "ECS/ContainerInsights DesiredTaskCount ClusterName production-fleet-cluster ServiceName production-map-service",
            "ECS/ContainerInsights RunningTaskCount ClusterName production-fleet-cluster ServiceName production-map-service",
          ]
          stats = ["Average"]
          most  = 6
        },
        {
          title = "Processors, percent"
          metrics = [
            "AWS/ECS CPUUtilization ClusterName production-fleet-cluster ServiceName production-map-service",
          ]
          stats = ["Average", "Maximum"]
          most  = 70
        },
        {
          title = "Memory, percent"
          metrics = [
            "AWS/ECS MemoryUtilization ClusterName production-fleet-cluster ServiceName production-map-service",
          ]
          stats = ["Average", "Maximum"]
          most  = 92
        },
        {
          title = "Tasks that failed"
          metrics = [
            "AWS/Events Invocations RuleName production-map-service-tasks-fail",
          ]
          most = 4
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

module "function_receive_dashboard" {
  source = "../../../modules/dashboard"

  name   = "production-receive-dashboard"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-api-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-receive-api-slow",
          ]
        },
      ]
    },
    {
      title = "Burn rate over an hour: from 14.4 on somebody is woken"
      widgets = [
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
      ]
    },
    {
      title = "Requests to receive"
      widgets = [
        {
          title = "Requests"
          metrics = [
            "AWS/ApiGateway Count ApiName production-receive-api Stage live",
          ]
        },
        {
          title = "Errors"
          metrics = [
            "AWS/ApiGateway 5XXError ApiName production-receive-api Stage live",
            "AWS/ApiGateway 4XXError ApiName production-receive-api Stage live",
          ]
        },
        {
          title = "Duration in milliseconds"
          metrics = [
            "AWS/ApiGateway Latency ApiName production-receive-api Stage live",
          ]
          stats = ["p50", "p95", "p99"]
        },
      ]
    },
    {
      title = "Calls of receive"
      widgets = [
        {
          title = "Calls"
          metrics = [
            "AWS/Lambda Invocations FunctionName production-receive-function",
          ]
        },
        {
          title = "Errors"
          metrics = [
            "AWS/Lambda Errors FunctionName production-receive-function",
          ]
        },
        {
          title = "Duration in milliseconds"
          metrics = [
            "AWS/Lambda Duration FunctionName production-receive-function",
          ]
          stats = ["p50", "p99", "Maximum"]
          most  = 30000
        },
      ]
    },
    {
      title = "Saturation of receive"
      widgets = [
        {
          title = "At once"
          metrics = [
            "AWS/Lambda ConcurrentExecutions FunctionName production-receive-function",
          ]
          stats = ["Maximum"]
        },
        {
          title = "Turned away"
          metrics = [
            "AWS/Lambda Throttles FunctionName production-receive-function",
          ]
        },
        {
          title = "Failed events that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName production-receive-function-failed",
          ]
          stats = ["Maximum"]
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
  ]
}

module "function_locate_dashboard" {
  source = "../../../modules/dashboard"

  name   = "production-locate-dashboard"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-locate-function-duration",
          ]
        },
      ]
    },
    {
      title = "Burn rate over an hour: from 14.4 on somebody is woken"
      widgets = [
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
      ]
    },
    {
      title = "Calls of locate"
      widgets = [
        {
          title = "Calls"
          metrics = [
            "AWS/Lambda Invocations FunctionName production-locate-function",
          ]
        },
        {
          title = "Errors"
          metrics = [
            "AWS/Lambda Errors FunctionName production-locate-function",
          ]
        },
        {
          title = "Duration in milliseconds"
          metrics = [
            "AWS/Lambda Duration FunctionName production-locate-function",
          ]
          stats = ["p50", "p99", "Maximum"]
          most  = 60000
        },
      ]
    },
    {
      title = "Saturation of locate"
      widgets = [
        {
          title = "At once"
          metrics = [
            "AWS/Lambda ConcurrentExecutions FunctionName production-locate-function",
          ]
          stats = ["Maximum"]
        },
        {
          title = "Turned away"
          metrics = [
            "AWS/Lambda Throttles FunctionName production-locate-function",
          ]
        },
        {
          title = "Failed events that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName production-locate-function-failed",
          ]
          stats = ["Maximum"]
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

module "function_archive_dashboard" {
  source = "../../../modules/dashboard"

  name   = "production-archive-dashboard"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-archive-function-duration",
          ]
        },
      ]
    },
    {
      title = "Burn rate over an hour: from 14.4 on somebody is woken"
      widgets = [
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
      title = "Calls of archive"
      widgets = [
        {
          title = "Calls"
          metrics = [
            "AWS/Lambda Invocations FunctionName production-archive-function",
          ]
        },
        {
          title = "Errors"
          metrics = [
            "AWS/Lambda Errors FunctionName production-archive-function",
          ]
        },
        {
          title = "Duration in milliseconds"
          metrics = [
            "AWS/Lambda Duration FunctionName production-archive-function",
          ]
          stats = ["p50", "p99", "Maximum"]
          most  = 120000
        },
      ]
    },
    {
      title = "Saturation of archive"
      widgets = [
        {
          title = "At once"
          metrics = [
            "AWS/Lambda ConcurrentExecutions FunctionName production-archive-function",
          ]
          stats = ["Maximum"]
        },
        {
          title = "Turned away"
          metrics = [
            "AWS/Lambda Throttles FunctionName production-archive-function",
          ]
        },
        {
          title = "Failed events that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName production-archive-function-failed",
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
  ]
}

module "function_thumbnail_dashboard" {
  source = "../../../modules/dashboard"

  name   = "production-thumbnail-dashboard"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-thumbnail-function-duration",
          ]
        },
      ]
    },
    {
      title = "Burn rate over an hour: from 14.4 on somebody is woken"
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
      ]
    },
    {
      title = "Calls of thumbnail"
      widgets = [
        {
          title = "Calls"
          metrics = [
            "AWS/Lambda Invocations FunctionName production-thumbnail-function",
          ]
        },
        {
          title = "Errors"
          metrics = [
            "AWS/Lambda Errors FunctionName production-thumbnail-function",
          ]
        },
        {
          title = "Duration in milliseconds"
          metrics = [
            "AWS/Lambda Duration FunctionName production-thumbnail-function",
          ]
          stats = ["p50", "p99", "Maximum"]
          most  = 120000
        },
      ]
    },
    {
      title = "Saturation of thumbnail"
      widgets = [
        {
          title = "At once"
          metrics = [
            "AWS/Lambda ConcurrentExecutions FunctionName production-thumbnail-function",
          ]
          stats = ["Maximum"]
        },
        {
          title = "Turned away"
          metrics = [
            "AWS/Lambda Throttles FunctionName production-thumbnail-function",
          ]
        },
        {
          title = "Failed events that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName production-thumbnail-function-failed",
          ]
          stats = ["Maximum"]
        },
      ]
    },
  ]
}

module "function_sweep_dashboard" {
  source = "../../../modules/dashboard"

  name   = "production-sweep-dashboard"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:production-sweep-function-not-on-time",
          ]
        },
      ]
    },
    {
      title = "Burn rate over an hour: from 14.4 on somebody is woken"
      widgets = [
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
      title = "Calls of sweep"
      widgets = [
        {
          title = "Calls"
          metrics = [
            "AWS/Lambda Invocations FunctionName production-sweep-function",
          ]
        },
        {
          title   = "Errors"
          metrics = ["AWS/Lambda Errors FunctionName production-sweep-function"]
        },
        {
          title = "Duration in milliseconds"
          metrics = [
            "AWS/Lambda Duration FunctionName production-sweep-function",
          ]
          stats = ["p50", "p99", "Maximum"]
          most  = 600000
        },
      ]
    },
    {
      title = "Saturation of sweep"
      widgets = [
        {
          title = "At once"
          metrics = [
            "AWS/Lambda ConcurrentExecutions FunctionName production-sweep-function",
          ]
          stats = ["Maximum"]
        },
        {
          title = "Turned away"
          metrics = [
            "AWS/Lambda Throttles FunctionName production-sweep-function",
          ]
        },
        {
          title = "Failed events that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName production-sweep-function-failed",
          ]
          stats = ["Maximum"]
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
