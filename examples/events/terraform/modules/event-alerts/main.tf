resource "aws_cloudwatch_event_rule" "this" {
  for_each = var.events

  name          = each.key
  description   = "${each.value.summary}. ${var.runbooks_url}/${each.value.runbook}.md"
  event_pattern = each.value.pattern

  tags = merge(var.tags, each.value.tags)
}

locals {
  # what the event itself says stands between pointed brackets, until EventBridge fills it in
  said = {
    for name, event in var.events : name => join("", [for label in sort(keys(event.says)) : " (${label}: <${label}>)"])
  }
}

resource "aws_cloudwatch_event_target" "this" {
  for_each = var.events

  rule = aws_cloudwatch_event_rule.this[each.key].name
  arn  = each.value.pages ? var.page_topic_arn : var.ticket_topic_arn

  input_transformer {
    input_paths    = each.value.says
    input_template = "\"${each.value.summary}${local.said[each.key]}. ${var.runbooks_url}/${each.value.runbook}.md\""
  }
}
