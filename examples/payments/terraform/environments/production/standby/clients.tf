resource "aws_vpc_security_group_ingress_rule" "vault" {
  security_group_id            = local.recovery.vault_security_group_id
  description                  = "Connections from cluster"
  referenced_security_group_id = module.cluster.security_group_id
  from_port                    = 5432
  to_port                      = 5432
  ip_protocol                  = "tcp"
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "vault"
    owner          = "acquiring"
    cost-centre    = "cc-2100"
  }
}

resource "aws_vpc_security_group_ingress_rule" "entries" {
  security_group_id            = local.recovery.entries_security_group_id
  description                  = "Connections from cluster"
  referenced_security_group_id = module.cluster.security_group_id
  from_port                    = 5432
  to_port                      = 5432
  ip_protocol                  = "tcp"
  tags = {
    environment    = "production"
    system         = "payments"
    managed-by     = "terraform"
    data-residency = "eu"
    service        = "entries"
    owner          = "ledger"
    cost-centre    = "cc-2200"
  }
}
