module "objectives_dashboard" {
  source = "../../../modules/dashboard"

  name  = "production-fleet-objectives"
  start = "-P30D"
  widgets = [
    {
      type   = "metric"
      x      = 0
      y      = 0
      width  = 6
      height = 5
      properties = {
        title                = "map-availability: error budget left, percent of 30 days"
        view                 = "singleValue"
        region               = "eu-north-1"
        period               = 300
        setPeriodToTimeRange = true
        metrics = [
          [
            {
              expression = "100 * (1 - FILL(bad, 0) / requests / 0.001)"
              label      = "left"
              id         = "remaining"
            },
          ],
          [
            "AWS/ApplicationELB",
            "RequestCount",
            "LoadBalancer",
            local.platform.public_load_balancer,
            "TargetGroup",
            module.map.target_group,
            {
              id      = "requests"
              stat    = "Sum"
              visible = false
            },
          ],
          [
            "AWS/ApplicationELB",
            "HTTPCode_Target_5XX_Count",
            "LoadBalancer",
            local.platform.public_load_balancer,
            "TargetGroup",
            module.map.target_group,
            {
              id      = "bad"
              stat    = "Sum"
              visible = false
            },
          ],
        ]
      }
    },
    {
      type   = "metric"
      x      = 6
      y      = 0
      width  = 6
      height = 5
      properties = {
        title                = "receive-availability: error budget left, percent of 30 days"
        view                 = "singleValue"
        region               = "eu-north-1"
        period               = 300
        setPeriodToTimeRange = true
        metrics = [
          [
            {
              expression = "100 * (1 - FILL(bad, 0) / requests / 0.001)"
              label      = "left"
              id         = "remaining"
            },
          ],
          [
            "AWS/ApiGateway",
            "Count",
            "ApiName",
            "production-receive-api",
            "Stage",
            "live",
            {
              id      = "requests"
              stat    = "Sum"
              visible = false
            },
          ],
          [
            "AWS/ApiGateway",
            "5XXError",
            "ApiName",
            "production-receive-api",
            "Stage",
            "live",
            {
              id      = "bad"
              stat    = "Sum"
              visible = false
            },
          ],
        ]
      }
    },
    {
      type   = "metric"
      x      = 12
      y      = 0
      width  = 6
      height = 5
      properties = {
        title                = "locate-availability: error budget left, percent of 30 days"
        view                 = "singleValue"
        region               = "eu-north-1"
        period               = 300
        setPeriodToTimeRange = true
        metrics = [
          [
            {
              expression = "100 * (1 - FILL(bad, 0) / requests / 0.001)"
              label      = "left"
              id         = "remaining"
            },
          ],
          [
            "AWS/Lambda",
            "Invocations",
            "FunctionName",
            "production-locate-function",
            {
              id      = "requests"
              stat    = "Sum"
              visible = false
            },
          ],
          [
            "AWS/Lambda",
            "Errors",
            "FunctionName",
            "production-locate-function",
            {
              id      = "bad"
              stat    = "Sum"
              visible = false
            },
          ],
        ]
      }
    },
    {
      type   = "metric"
      x      = 18
      y      = 0
      width  = 6
      height = 5
      properties = {
        title                = "archive-availability: error budget left, percent of 30 days"
        view                 = "singleValue"
        region               = "eu-north-1"
        period               = 300
        setPeriodToTimeRange = true
        metrics = [
          [
            {
              expression = "100 * (1 - FILL(bad, 0) / requests / 0.001)"
              label      = "left"
              id         = "remaining"
            },
          ],
          [
            "AWS/Lambda",
            "Invocations",
            "FunctionName",
            "production-archive-function",
            {
              id      = "requests"
              stat    = "Sum"
              visible = false
            },
          ],
          [
            "AWS/Lambda",
            "Errors",
            "FunctionName",
            "production-archive-function",
            {
              id      = "bad"
              stat    = "Sum"
              visible = false
            },
          ],
        ]
      }
    },
    {
      type   = "metric"
      x      = 0
      y      = 5
      width  = 6
      height = 5
      properties = {
        title                = "thumbnail-availability: error budget left, percent of 30 days"
        view                 = "singleValue"
        region               = "eu-north-1"
        period               = 300
        setPeriodToTimeRange = true
        metrics = [
          [
            {
              expression = "100 * (1 - FILL(bad, 0) / requests / 0.001)"
              label      = "left"
              id         = "remaining"
            },
          ],
          [
            "AWS/Lambda",
            "Invocations",
            "FunctionName",
            "production-thumbnail-function",
            {
              id      = "requests"
              stat    = "Sum"
              visible = false
            },
          ],
          [
            "AWS/Lambda",
            "Errors",
            "FunctionName",
            "production-thumbnail-function",
            {
              id      = "bad"
              stat    = "Sum"
              visible = false
            },
          ],
        ]
      }
    },
    {
      type   = "metric"
      x      = 6
      y      = 5
      width  = 6
      height = 5
      properties = {
        title                = "sweep-availability: error budget left, percent of 30 days"
        view                 = "singleValue"
        region               = "eu-north-1"
        period               = 300
        setPeriodToTimeRange = true
        metrics = [
          [
            {
              expression = "100 * (1 - FILL(bad, 0) / requests / 0.001)"
              label      = "left"
              id         = "remaining"
            },
          ],
          [
            "AWS/Lambda",
            "Invocations",
            "FunctionName",
            "production-sweep-function",
            {
              id      = "requests"
              stat    = "Sum"
              visible = false
            },
          ],
          [
            "AWS/Lambda",
            "Errors",
            "FunctionName",
            "production-sweep-function",
            {
              id      = "bad"
              stat    = "Sum"
              visible = false
            },
          ],
        ]
      }
    },
  ]
}
