module "objectives_dashboard" {
  source = "../../../modules/dashboard"

  name  = "production-shop-objectives"
  start = "-P30D"
  widgets = [
    {
      type   = "metric"
      x      = 0
      y      = 0
      width  = 6
      height = 5
      properties = {
        title                = "web-availability: error budget left, percent of 30 days"
        view                 = "singleValue"
        region               = "eu-west-1"
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
            module.web.target_group,
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
            module.web.target_group,
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
        title                = "api-availability: error budget left, percent of 30 days"
        view                 = "singleValue"
        region               = "eu-west-1"
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
            module.api.target_group,
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
            module.api.target_group,
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
        title                = "api-latency: error budget left, percent of 30 days"
        view                 = "singleValue"
        region               = "eu-west-1"
        period               = 300
        setPeriodToTimeRange = true
        metrics = [
          [
            {
              expression = "100 * (1 - (100 - quick) / 100 / 0.05)"
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
            module.api.target_group,
            {
              id      = "requests"
              stat    = "Sum"
              visible = false
            },
          ],
          [
            "AWS/ApplicationELB",
            "TargetResponseTime",
            "LoadBalancer",
            local.platform.public_load_balancer,
            "TargetGroup",
            module.api.target_group,
            {
              id      = "quick"
              stat    = "PR(:0.4)"
              visible = false
            },
          ],
        ]
      }
    },
  ]
}
