locals {
  # Through an endpoint only identities of the account come: keys of others, which an intruder brings along, take nothing out.
  # Images lie in buckets of AWS and of others, so that objects may be read by whoever was handed the right to it.
  # Sources: docs.aws.amazon.com, Amazon ECR interface VPC endpoints; AWS STS, endpoint policies.
  ours = {
    Sid       = "Ours"
    Effect    = "Allow"
    Action    = "*"
    Principal = "*"
    Resource  = "*"
    Condition = { StringEquals = { "aws:PrincipalAccount" = var.account_id } }
  }
  others = {
    s3 = [{ Sid = "Reading", Effect = "Allow", Action = ["s3:GetObject", "s3:GetObjectVersion"], Principal = "*", Resource = "*" }]
    # who proves to be somebody is nobody yet
    sts = [{ Sid = "Proof", Effect = "Allow", Action = ["sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"], Principal = "*", Resource = "arn:aws:iam::${var.account_id}:role/*" }]
  }
  endpoint_policies = {
    for service in setunion(var.gateway_endpoints, var.interface_endpoints) :
    service => jsonencode({ Version = "2012-10-17", Statement = concat([local.ours], lookup(local.others, service, [])) })
  }
}

# Traffic to these services stays on the network of AWS and costs nothing at the NAT gateway.
resource "aws_vpc_endpoint" "gateway" {
  for_each = var.gateway_endpoints

  vpc_id            = aws_vpc.this.id
  service_name      = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type = "Gateway"
  policy            = local.endpoint_policies[each.key]
  route_table_ids   = concat([for table in aws_route_table.private : table.id], [aws_route_table.isolated.id])

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })
}

resource "aws_security_group" "endpoints" {
  count = length(var.interface_endpoints) > 0 ? 1 : 0

  name        = "${var.name}-endpoints"
  description = "HTTPS from the network to the endpoints of AWS services"
  vpc_id      = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-endpoints" })
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  for_each = length(var.interface_endpoints) > 0 ? toset(["network"]) : toset([])

  security_group_id = aws_security_group.endpoints[0].id
  description       = "HTTPS from the network"
  cidr_ipv4         = var.cidr
  from_port         = 443
  to_port           = 443
  ip_protocol       = "tcp"

  tags = var.tags
}

resource "aws_vpc_endpoint" "interface" {
  for_each = var.interface_endpoints

  vpc_id              = aws_vpc.this.id
  service_name        = "com.amazonaws.${var.region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  policy              = local.endpoint_policies[each.key]
  private_dns_enabled = true
  subnet_ids          = [for subnet in aws_subnet.control : subnet.id]
  security_group_ids  = [aws_security_group.endpoints[0].id]

  tags = merge(var.tags, { Name = "${var.name}-${each.key}" })
}
