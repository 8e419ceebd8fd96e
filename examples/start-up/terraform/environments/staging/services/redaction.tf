module "shared_log_redaction" {
  source = "../../../modules/log-redaction"

  name = "staging-shop-log-redaction"
  log_groups = {
    web = module.web.log_group_name
    api = module.api.log_group_name
  }
  identifiers = [
    "Address",
    "AwsSecretKey",
    "BankAccountNumber-DE",
    "BankAccountNumber-ES",
    "BankAccountNumber-FR",
    "BankAccountNumber-GB",
    "BankAccountNumber-IT",
    "CreditCardNumber",
    "CreditCardSecurityCode",
    "EmailAddress",
    "OpenSshPrivateKey",
    "PgpPrivateKey",
    "PhoneNumber-DE",
    "PhoneNumber-ES",
    "PhoneNumber-FR",
    "PhoneNumber-GB",
    "PhoneNumber-IT",
    "PkcsPrivateKey",
    "PuttyPrivateKey",
  ]
  patterns = {
    credentials   = "\\b[Bb][Ee][Aa][Rr][Ee][Rr] +[A-Za-z0-9._=/+-]{8,}|\\b[Bb][Aa][Ss][Ii][Cc] +[A-Za-z0-9._=/+-]{8,}"
    authorization = "\\b[Aa][Uu][Tt][Hh][Oo][Rr][Ii][Zz][Aa][Tt][Ii][Oo][Nn]\\W{2,8}[^,}]+"
    cookie        = "\\b[Cc][Oo][Oo][Kk][Ii][Ee]\\W{2,8}[^,}]+"
    x-api-key     = "\\b[Xx]-[Aa][Pp][Ii]-[Kk][Ee][Yy]\\W{2,8}[^,}]+"
    password      = "\\b[Pp][Aa][Ss][Ss][Ww][Oo][Rr][Dd]\\W{2,8}[^,}]+"
    pan           = "\\b[Pp][Aa][Nn]\\W{2,8}[^,}]+"
    card_number   = "\\b[Cc][Aa][Rr][Dd]_[Nn][Uu][Mm][Bb][Ee][Rr]\\W{2,8}[^,}]+"
    cvv           = "\\b[Cc][Vv][Vv]\\W{2,8}[^,}]+"
    cvc           = "\\b[Cc][Vv][Cc]\\W{2,8}[^,}]+"
  }
  logs_kms_key_arn   = local.platform.logs_key_arn
  log_retention_days = 30
}
