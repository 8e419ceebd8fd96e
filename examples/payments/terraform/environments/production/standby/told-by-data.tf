locals {
  data = {
    data_key_arn              = local.recovery.data_key_arn
    rates_security_group_id   = module.rates.security_group_id
    rates_secret_arn          = module.rates.connection_secret_arn
    authorised_arn            = module.authorised.arn
    vault_security_group_id   = local.recovery.vault_security_group_id
    vault_address_arn         = local.recovery.vault_address_arn
    entries_security_group_id = local.recovery.entries_security_group_id
    entries_address_arn       = local.recovery.entries_address_arn
    statements_arn            = local.recovery.statements_arn
  }
}
