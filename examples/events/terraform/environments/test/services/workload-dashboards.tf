module "service_map_dashboard" {
  source = "../../../modules/dashboard"

  name   = "test-map-dashboard"
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
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-down",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-tasks",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-memory",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-tasks-fail",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-unhealthy",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-some-unhealthy",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-map-service-errors",
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
            "ECS/ContainerInsights DesiredTaskCount ClusterName test-fleet-cluster ServiceName test-map-service",
            "ECS/ContainerInsights RunningTaskCount ClusterName test-fleet-cluster ServiceName test-map-service",
          ]
          stats = ["Average"]
          most  = 2
        },
        {
          title = "Processors, percent"
          metrics = [
            "AWS/ECS CPUUtilization ClusterName test-fleet-cluster ServiceName test-map-service",
          ]
          stats = ["Average", "Maximum"]
          most  = 70
        },
        {
          title = "Memory, percent"
          metrics = [
            "AWS/ECS MemoryUtilization ClusterName test-fleet-cluster ServiceName test-map-service",
          ]
          stats = ["Average", "Maximum"]
          most  = 92
        },
        {
          title = "Tasks that failed"
          metrics = [
            "AWS/Events Invocations RuleName test-map-service-tasks-fail",
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

module "function_receive_dashboard" {
  source = "../../../modules/dashboard"

  name   = "test-receive-dashboard"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-api-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-receive-api-slow",
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
            "AWS/ApiGateway 5XXError ApiName test-receive-api Stage live",
            "AWS/ApiGateway Count ApiName test-receive-api Stage live",
          ]
          expression = "FILL(m1, 0) / m2 / 0.005"
          period     = 3600
          most       = 14.4
        },
      ]
    },
    {
      title = "Requests to receive"
      widgets = [
        {
          title   = "Requests"
          metrics = ["AWS/ApiGateway Count ApiName test-receive-api Stage live"]
        },
        {
          title = "Errors"
          metrics = [
            "AWS/ApiGateway 5XXError ApiName test-receive-api Stage live",
            "AWS/ApiGateway 4XXError ApiName test-receive-api Stage live",
          ]
        },
        {
          title = "Duration in milliseconds"
          metrics = [
            "AWS/ApiGateway Latency ApiName test-receive-api Stage live",
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
            "AWS/Lambda Invocations FunctionName test-receive-function",
          ]
        },
        {
          title   = "Errors"
          metrics = ["AWS/Lambda Errors FunctionName test-receive-function"]
        },
        {
          title   = "Duration in milliseconds"
          metrics = ["AWS/Lambda Duration FunctionName test-receive-function"]
          stats   = ["p50", "p99", "Maximum"]
          most    = 30000
        },
      ]
    },
    {
      title = "Saturation of receive"
      widgets = [
        {
          title = "At once"
          metrics = [
            "AWS/Lambda ConcurrentExecutions FunctionName test-receive-function",
          ]
          stats = ["Maximum"]
        },
        {
          title   = "Turned away"
          metrics = ["AWS/Lambda Throttles FunctionName test-receive-function"]
        },
        {
          title = "Failed events that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName test-receive-function-failed",
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
  ]
}

module "function_locate_dashboard" {
  source = "../../../modules/dashboard"

  name   = "test-locate-dashboard"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-locate-function-duration",
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
            "AWS/Lambda Errors FunctionName test-locate-function",
            "AWS/Lambda Invocations FunctionName test-locate-function",
          ]
          expression = "FILL(m1, 0) / m2 / 0.005"
          period     = 3600
          most       = 14.4
        },
      ]
    },
    {
      title = "Calls of locate"
      widgets = [
        {
          title   = "Calls"
          metrics = ["AWS/Lambda Invocations FunctionName test-locate-function"]
        },
        {
          title   = "Errors"
          metrics = ["AWS/Lambda Errors FunctionName test-locate-function"]
        },
        {
          title   = "Duration in milliseconds"
          metrics = ["AWS/Lambda Duration FunctionName test-locate-function"]
          stats   = ["p50", "p99", "Maximum"]
          most    = 60000
        },
      ]
    },
    {
      title = "Saturation of locate"
      widgets = [
        {
          title = "At once"
          metrics = [
            "AWS/Lambda ConcurrentExecutions FunctionName test-locate-function",
          ]
          stats = ["Maximum"]
        },
        {
          title   = "Turned away"
          metrics = ["AWS/Lambda Throttles FunctionName test-locate-function"]
        },
        {
          title = "Failed events that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName test-locate-function-failed",
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

module "function_archive_dashboard" {
  source = "../../../modules/dashboard"

  name   = "test-archive-dashboard"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-archive-function-duration",
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
      title = "Calls of archive"
      widgets = [
        {
          title = "Calls"
          metrics = [
            "AWS/Lambda Invocations FunctionName test-archive-function",
          ]
        },
        {
          title   = "Errors"
          metrics = ["AWS/Lambda Errors FunctionName test-archive-function"]
        },
        {
          title   = "Duration in milliseconds"
          metrics = ["AWS/Lambda Duration FunctionName test-archive-function"]
          stats   = ["p50", "p99", "Maximum"]
          most    = 120000
        },
      ]
    },
    {
      title = "Saturation of archive"
      widgets = [
        {
          title = "At once"
          metrics = [
            "AWS/Lambda ConcurrentExecutions FunctionName test-archive-function",
          ]
          stats = ["Maximum"]
        },
        {
          title   = "Turned away"
          metrics = ["AWS/Lambda Throttles FunctionName test-archive-function"]
        },
        {
          title = "Failed events that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName test-archive-function-failed",
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
  ]
}

module "function_thumbnail_dashboard" {
  source = "../../../modules/dashboard"

  name   = "test-thumbnail-dashboard"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-thumbnail-function-duration",
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
            "AWS/Lambda Errors FunctionName test-thumbnail-function",
            "AWS/Lambda Invocations FunctionName test-thumbnail-function",
          ]
          expression = "FILL(m1, 0) / m2 / 0.005"
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
            "AWS/Lambda Invocations FunctionName test-thumbnail-function",
          ]
        },
        {
          title   = "Errors"
          metrics = ["AWS/Lambda Errors FunctionName test-thumbnail-function"]
        },
        {
          title   = "Duration in milliseconds"
          metrics = ["AWS/Lambda Duration FunctionName test-thumbnail-function"]
          stats   = ["p50", "p99", "Maximum"]
          most    = 120000
        },
      ]
    },
    {
      title = "Saturation of thumbnail"
      widgets = [
        {
          title = "At once"
          metrics = [
            "AWS/Lambda ConcurrentExecutions FunctionName test-thumbnail-function",
          ]
          stats = ["Maximum"]
        },
        {
          title = "Turned away"
          metrics = [
            "AWS/Lambda Throttles FunctionName test-thumbnail-function",
          ]
        },
        {
          title = "Failed events that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName test-thumbnail-function-failed",
          ]
          stats = ["Maximum"]
        },
      ]
    },
  ]
}

module "function_sweep_dashboard" {
  source = "../../../modules/dashboard"

  name   = "test-sweep-dashboard"
  region = local.region
  start  = "-PT3H"
  rows = [
    {
      title = "Now"
      widgets = [
        {
          title = "Alarms"
          alarms = [
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-availability-hour",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-availability-quarter",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-availability-day",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-availability-lastdays",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-function-failed",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-function-errors",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-function-throttles",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-function-duration",
            "arn:aws:cloudwatch:eu-north-1:666677778888:alarm:test-sweep-function-not-on-time",
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
      title = "Calls of sweep"
      widgets = [
        {
          title   = "Calls"
          metrics = ["AWS/Lambda Invocations FunctionName test-sweep-function"]
        },
        {
          title   = "Errors"
          metrics = ["AWS/Lambda Errors FunctionName test-sweep-function"]
        },
        {
          title   = "Duration in milliseconds"
          metrics = ["AWS/Lambda Duration FunctionName test-sweep-function"]
          stats   = ["p50", "p99", "Maximum"]
          most    = 600000
        },
      ]
    },
    {
      title = "Saturation of sweep"
      widgets = [
        {
          title = "At once"
          metrics = [
            "AWS/Lambda ConcurrentExecutions FunctionName test-sweep-function",
          ]
          stats = ["Maximum"]
        },
        {
          title   = "Turned away"
          metrics = ["AWS/Lambda Throttles FunctionName test-sweep-function"]
        },
        {
          title = "Failed events that wait"
          metrics = [
            "AWS/SQS ApproximateNumberOfMessagesVisible QueueName test-sweep-function-failed",
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
