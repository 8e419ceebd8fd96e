locals {
  # a row is its title and what stands below it, side by side over 24 columns
  height = 6

  metrics = [for row in var.rows : [for one in row.widgets : [
    for index, pair in setproduct(one.metrics, one.stats) :
    concat(split(" ", pair[0]), [{ id = "m${index + 1}", stat = pair[1], visible = one.expression == null }])
  ]]]

  widgets = flatten([for at, row in var.rows : concat(
    [{
      type       = "text"
      x          = 0
      y          = at * (local.height + 1)
      width      = 24
      height     = 1
      properties = { markdown = "## ${row.title}" }
    }],
    [for column, one in row.widgets : {
      type   = one.text != null ? "text" : length(one.alarms) > 0 ? "alarm" : "metric"
      x      = column * floor(24 / length(row.widgets))
      y      = at * (local.height + 1) + 1
      width  = floor(24 / length(row.widgets))
      height = local.height
      # what stands in it depends on its type, and a condition takes one type only
      properties = jsondecode(
        one.text != null ? jsonencode({ markdown = "### ${one.title}\n${one.text}" }) :
        length(one.alarms) > 0 ? jsonencode({ title = one.title, alarms = one.alarms }) :
        jsonencode({ for name, value in {
          title                = one.title
          view                 = one.view
          region               = one.region == null ? var.region : one.region
          period               = one.period
          setPeriodToTimeRange = one.view == "singleValue" ? true : null
          yAxis                = one.view == "timeSeries" ? { left = { min = 0 } } : null
          annotations          = one.most == null ? null : { horizontal = [{ label = "limit", value = one.most }] }
          metrics = concat(
            [for expression in compact([one.expression]) : [{ id = "told", expression = expression, label = one.title }]],
            local.metrics[at][column],
          )
        } : name => value if value != null })
      )
    }],
  )])
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.name
  dashboard_body = jsonencode({ start = var.start, widgets = local.widgets })
}
