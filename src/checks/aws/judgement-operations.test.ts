import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/aws.ts';

describeJudgements(checks, 'aws', {
  'queue-without-dead-letters': [
    [
      'does not ask a dead-letter queue for one',
      `resource "aws_sqs_queue" "orders" {
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.aside.arn, maxReceiveCount = 3 })
}
resource "aws_sqs_queue" "aside" {}
resource "aws_sqs_queue" "mail_dlq" {}
`,
      [],
    ],
  ],
  'function-failures-lost': [
    [
      'asks of a function that nothing calls here, and of none that is waited for',
      `resource "aws_lambda_function" "elsewhere" {}
resource "aws_lambda_function" "waited_for" {}
resource "aws_lambda_function" "scheduled" {}
resource "aws_lambda_function" "kept" {
  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-central-1:123456789012:failed"
  }
}
resource "aws_lambda_function_url" "a" { function_name = aws_lambda_function.waited_for.function_name }
resource "aws_cloudwatch_event_rule" "daily" { schedule_expression = "rate(1 day)" }
resource "aws_cloudwatch_event_target" "daily" {
  rule = aws_cloudwatch_event_rule.daily.name
  arn  = aws_lambda_function.scheduled.arn
}
`,
      ['info aws_lambda_function.elsewhere'],
    ],
    [
      'lets a schedule come again',
      `resource "aws_lambda_function" "nightly" {}
resource "aws_cloudwatch_event_rule" "nightly" { schedule_expression = "rate(1 day)" }
resource "aws_cloudwatch_event_target" "nightly" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = aws_lambda_function.nightly.arn
}
resource "aws_lambda_function" "mail" {}
resource "aws_sns_topic_subscription" "mail" {
  protocol = "lambda"
  endpoint = aws_lambda_function.mail.arn
}
`,
      ['medium aws_lambda_function.mail'],
    ],
  ],
  'alarm-without-action': [
    [
      'leaves alone what is a condition of something else',
      `resource "aws_cloudwatch_metric_alarm" "part" { alarm_name = "part" }
resource "aws_cloudwatch_composite_alarm" "whole" {
  alarm_rule    = "ALARM(\${aws_cloudwatch_metric_alarm.part.alarm_name})"
  alarm_actions = ["arn:aws:sns:eu-central-1:123456789012:on-call"]
}
resource "aws_cloudwatch_metric_alarm" "off" {
  actions_enabled = false
  alarm_actions   = ["arn:aws:sns:eu-central-1:123456789012:on-call"]
}
`,
      ['medium aws_cloudwatch_metric_alarm.off'],
    ],
  ],
  'cloudfront-logs-missing': [
    [
      'asks whether the log source is delivered',
      `resource "aws_cloudfront_distribution" "no" {}
resource "aws_cloudfront_distribution" "yes" {}
resource "aws_cloudwatch_log_delivery_source" "no" { resource_arn = aws_cloudfront_distribution.no.arn }
resource "aws_cloudwatch_log_delivery_source" "yes" {
  name         = "yes"
  resource_arn = aws_cloudfront_distribution.yes.arn
}
resource "aws_cloudwatch_log_delivery" "yes" { delivery_source_name = aws_cloudwatch_log_delivery_source.yes.name }
`,
      ['low aws_cloudfront_distribution.no'],
    ],
  ],
  'changed-at-every-apply': [
    [
      'tells what is replaced from what is written again, and leaves what is ignored',
      `resource "aws_db_instance" "a" { final_snapshot_identifier = "a-\${formatdate("YYYY", timestamp())}" }
resource "aws_s3_bucket" "a" { bucket = "acme-\${uuid()}" }
resource "aws_s3_bucket" "b" {
  tags = { made = timestamp() }
  lifecycle { ignore_changes = [tags] }
}
`,
      ['critical aws_s3_bucket.a', 'low aws_db_instance.a'],
    ],
  ],
  'cloudtrail-without-global-events': [
    [
      'lets a trail of one region leave them out',
      `resource "aws_cloudtrail" "a" {
  is_multi_region_trail         = true
  include_global_service_events = false
}
resource "aws_cloudtrail" "b" { include_global_service_events = false }
`,
      ['medium aws_cloudtrail.a'],
    ],
  ],
  'password-policy-weak': [
    [
      'tells of one setting where another cannot be told',
      `variable "length" {}
resource "aws_iam_account_password_policy" "a" { minimum_password_length = var.length }
`,
      ['low aws_iam_account_password_policy.a'],
    ],
  ],
  'notebook-open': [
    [
      'tells of one way where the other cannot be told',
      `variable "root" {}
resource "aws_sagemaker_notebook_instance" "a" { root_access = var.root }
`,
      ['low aws_sagemaker_notebook_instance.a'],
    ],
  ],
});
