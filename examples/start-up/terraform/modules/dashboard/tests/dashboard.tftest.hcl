mock_provider "aws" {}

variables {
  name    = "test-objectives"
  widgets = [{ type = "text", x = 0, y = 0, width = 24, height = 2, properties = { markdown = "# Promises" } }]
}

run "shows_what_it_is_given" {
  command = plan

  assert {
    condition     = jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[0].type == "text"
    error_message = "The body must hold the widgets."
  }
}
