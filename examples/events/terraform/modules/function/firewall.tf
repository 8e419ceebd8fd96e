resource "aws_security_group" "this" {
  count = var.network == null ? 0 : 1

  name        = var.name
  description = "Calls of ${var.name}"
  vpc_id      = var.network.vpc_id

  tags = merge(var.tags, { Name = var.name })
}

# APIs of AWS have no fixed addresses, and images, secrets and logs go through them.
resource "aws_vpc_security_group_egress_rule" "https" {
  count = var.network == null ? 0 : 1

  security_group_id = aws_security_group.this[0].id
  description       = "HTTPS to the APIs of AWS and others"
  cidr_ipv4         = "0.0.0.0/0"
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"

  tags = var.tags
}

# Both ends of each connection: out of here, and into there.
resource "aws_vpc_security_group_egress_rule" "target" {
  for_each = var.targets

  security_group_id            = aws_security_group.this[0].id
  description                  = "To ${each.key}"
  referenced_security_group_id = each.value.security_group_id
  from_port                    = each.value.port
  to_port                      = each.value.port
  ip_protocol                  = "tcp"

  tags = var.tags
}

resource "aws_vpc_security_group_ingress_rule" "target" {
  for_each = var.targets

  security_group_id            = each.value.security_group_id
  description                  = "From ${var.name}"
  referenced_security_group_id = aws_security_group.this[0].id
  from_port                    = each.value.port
  to_port                      = each.value.port
  ip_protocol                  = "tcp"

  tags = var.tags
}
