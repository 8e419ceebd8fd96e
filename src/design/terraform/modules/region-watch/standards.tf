# Checks of the whole account against standards that auditors ask for; each check costs.
resource "aws_securityhub_account" "this" {
  count = length(var.security_standards) > 0 ? 1 : 0

  enable_default_standards  = false
  auto_enable_controls      = true
  control_finding_generator = "SECURITY_CONTROL"
}

resource "aws_securityhub_standards_subscription" "this" {
  for_each = var.security_standards

  standards_arn = "arn:aws:securityhub:${var.region}::standards/${each.key}"

  depends_on = [aws_securityhub_account.this]
}
