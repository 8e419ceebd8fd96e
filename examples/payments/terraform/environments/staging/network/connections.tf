resource "aws_customer_gateway" "vpn" {
  bgp_asn    = "65000"
  ip_address = "203.0.113.10"
  type       = "ipsec.1"
  tags = {
    Name = "staging-payments-vpn"
  }
}

resource "aws_vpn_gateway" "vpn" {
  vpc_id = module.network.vpc_id
  tags = {
    Name = "staging-payments-vpn"
  }
}

# Two tunnels, so that AWS can maintain one of them; keys are made by AWS and read there by the other side.
resource "aws_vpn_connection" "vpn" {
  vpn_gateway_id       = aws_vpn_gateway.vpn.id
  customer_gateway_id  = aws_customer_gateway.vpn.id
  type                 = "ipsec.1"
  static_routes_only   = true
  tunnel1_ike_versions = ["ikev2"]
  tunnel2_ike_versions = ["ikev2"]
  tags = {
    Name = "staging-payments-vpn"
  }
}

resource "aws_vpn_connection_route" "vpn" {
  destination_cidr_block = "172.20.0.0/16"
  vpn_connection_id      = aws_vpn_connection.vpn.id
}

resource "aws_route" "vpn" {
  for_each               = module.network.route_table_ids
  route_table_id         = each.value
  destination_cidr_block = "172.20.0.0/16"
  gateway_id             = aws_vpn_gateway.vpn.id

  timeouts {
    create = "5m"
  }
}
