locals {
  managed = [for name in sort(var.identifiers) : "arn:aws:dataprotection::aws:data-identifier/${name}"]
  sought  = concat(local.managed, sort(keys(var.patterns)))
}

# What was found, and where: never the finding itself. What AWS writes by itself goes below this prefix.
resource "aws_cloudwatch_log_group" "findings" {
  name              = "/aws/vendedlogs/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.logs_kms_key_arn

  tags = var.tags
}

# What comes in from now on is masked for all who may not unmask it; what is there already stays as it is.
resource "aws_cloudwatch_log_data_protection_policy" "this" {
  for_each = var.log_groups

  log_group_name = each.value

  policy_document = jsonencode({
    Name        = var.name
    Description = "Masks what must not be read in logs"
    Version     = "2021-06-01"

    Configuration = {
      CustomDataIdentifier = [for name in sort(keys(var.patterns)) : { Name = name, Regex = var.patterns[name] }]
    }

    Statement = [
      {
        Sid            = "Audit"
        DataIdentifier = local.sought
        Operation = {
          Audit = {
            FindingsDestination = { CloudWatchLogs = { LogGroup = aws_cloudwatch_log_group.findings.name } }
          }
        }
      },
      {
        Sid            = "Mask"
        DataIdentifier = local.sought
        Operation      = { Deidentify = { MaskConfig = {} } }
      },
    ]
  })
}
