# Looks for intruders; whoever calls this tells people what it finds.
resource "aws_guardduty_detector" "this" {
  enable                       = true
  finding_publishing_frequency = "FIFTEEN_MINUTES"

  tags = var.tags
}

# What the detector reads besides the records of the account; AWS turns on some of it for new accounts only.
resource "aws_guardduty_detector_feature" "protections" {
  for_each = var.protections

  detector_id = aws_guardduty_detector.this.id
  name        = each.key
  status      = "ENABLED"
}

# What processes do on machines, told by an agent that GuardDuty puts there by itself.
resource "aws_guardduty_detector_feature" "runtime" {
  count = length(var.runtime_agents) > 0 ? 1 : 0

  detector_id = aws_guardduty_detector.this.id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"

  dynamic "additional_configuration" {
    for_each = ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"]

    content {
      name   = additional_configuration.value
      status = contains(var.runtime_agents, additional_configuration.value) ? "ENABLED" : "DISABLED"
    }
  }
}

# Tells what in the account can be reached by others.
resource "aws_accessanalyzer_analyzer" "this" {
  analyzer_name = var.name
  type          = "ACCOUNT"

  tags = var.tags
}
