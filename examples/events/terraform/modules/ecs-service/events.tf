# ECS forgets a task within an hour of its end; here the reasons stay. How often this is written to is watched.
resource "aws_cloudwatch_event_rule" "tasks_fail" {
  name        = "${var.name}-tasks-fail"
  description = "Tasks of ${var.name} that ended by themselves, failed a check of health, or could not start"

  event_pattern = jsonencode({
    source        = ["aws.ecs"]
    "detail-type" = ["ECS Task State Change"]
    detail = {
      clusterArn = [var.cluster_arn]
      group      = ["service:${var.name}"]
      lastStatus = ["STOPPED"]
      "$or" = [
        { stopCode = ["EssentialContainerExited", "TaskFailedToStart"] },
        { stoppedReason = [{ prefix = "Task failed " }] },
      ]
    }
  })

  tags = var.tags
}

resource "aws_cloudwatch_event_target" "tasks_fail" {
  rule = aws_cloudwatch_event_rule.tasks_fail.name
  arn  = var.events_log_group_arn
}
