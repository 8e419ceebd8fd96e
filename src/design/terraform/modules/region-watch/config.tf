# How everything was configured at any time, and what came before. What is in no region is recorded in one of them.
resource "aws_config_configuration_recorder" "this" {
  name     = var.name
  role_arn = var.config_role_arn

  recording_group {
    all_supported                 = true
    include_global_resource_types = var.records_global
  }
}

resource "aws_config_delivery_channel" "this" {
  name           = var.name
  s3_bucket_name = var.config_bucket_name
  s3_kms_key_arn = var.config_kms_key_arn

  depends_on = [aws_config_configuration_recorder.this]
}

resource "aws_config_configuration_recorder_status" "this" {
  name       = aws_config_configuration_recorder.this.name
  is_enabled = true

  depends_on = [aws_config_delivery_channel.this]
}
