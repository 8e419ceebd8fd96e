locals {
  platform = {
    secrets_key_arn           = local.recovery.copies_key_arn
    logs_key_arn              = module.logs_key.arn
    alarm_topic_arn           = module.alarms.arn
    zone_id                   = local.recovery.zone_id
    cluster_name              = module.cluster.name
    cluster_security_group_id = module.cluster.security_group_id
    certificate_arn           = module.certificate.arn
  }
}
