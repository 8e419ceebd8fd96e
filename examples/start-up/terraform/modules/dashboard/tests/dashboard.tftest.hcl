mock_provider "aws" {}

variables {
  name   = "test-receive"
  region = "eu-west-1"
  rows = [
    {
      title = "Requests"
      widgets = [
        { title = "Calls", metrics = ["AWS/Lambda Invocations FunctionName receive"] },
        { title = "Time", metrics = ["AWS/Lambda Duration FunctionName receive"], stats = ["p50", "p99"], most = 3000 },
        {
          title      = "Failed, of all"
          metrics    = ["AWS/Lambda Errors FunctionName receive", "AWS/Lambda Invocations FunctionName receive"]
          expression = "100 * m1 / m2"
        },
      ]
    },
    {
      title = "State"
      widgets = [
        { title = "Alarms", alarms = ["arn:aws:cloudwatch:eu-west-1:111122223333:alarm:receive-errors"] },
        { title = "Cost", text = "10 dollars" },
        { title = "Spent", metrics = ["AWS/Billing EstimatedCharges Currency USD"], stats = ["Maximum"], view = "singleValue", region = "us-east-1" },
      ]
    },
  ]
}

run "lays_out_rows" {
  command = plan

  assert {
    condition     = [for widget in jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets : [widget.type, widget.x, widget.y]] == [["text", 0, 0], ["metric", 0, 1], ["metric", 8, 1], ["metric", 16, 1], ["text", 0, 7], ["alarm", 0, 8], ["text", 8, 8], ["metric", 16, 8]]
    error_message = "Widgets stand side by side below the title of their row."
  }

  assert {
    condition     = jsonencode(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[2].properties.metrics) == jsonencode([["AWS/Lambda", "Duration", "FunctionName", "receive", { id = "m1", stat = "p50", visible = true }], ["AWS/Lambda", "Duration", "FunctionName", "receive", { id = "m2", stat = "p99", visible = true }]])
    error_message = "A metric is shown in each of the statistics."
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[3].properties.metrics[0][0].expression == "100 * m1 / m2" && !jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[3].properties.metrics[1][4].visible
    error_message = "What is reckoned is shown instead of what it is reckoned with."
  }

  assert {
    condition     = jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[7].properties.region == "us-east-1"
    error_message = "A metric may be of another region."
  }
}

run "nothing_to_show" {
  command = plan

  variables {
    rows = [{ title = "Nothing", widgets = [{ title = "Empty" }] }]
  }

  expect_failures = [var.rows]
}

run "too_many_side_by_side" {
  command = plan

  variables {
    rows = [{ title = "Many", widgets = [for number in range(7) : { title = "Text", text = "${number}" }] }]
  }

  expect_failures = [var.rows]
}

run "half_a_dimension" {
  command = plan

  variables {
    rows = [{ title = "Odd", widgets = [{ title = "Odd", metrics = ["AWS/Lambda Errors FunctionName"] }] }]
  }

  expect_failures = [var.rows]
}
