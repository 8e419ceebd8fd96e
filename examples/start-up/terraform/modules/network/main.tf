locals {
  zones = { for one in var.zones : one.zone => one }

  # One gateway serves all zones, or each zone has its own, so that losing one zone costs the others nothing.
  nat_zones = (
    var.nat == "none" ? toset([]) :
    var.nat == "single" ? toset([var.zones[0].zone]) : toset(keys(local.zones))
  )
  nat_of = {
    for zone in keys(local.zones) : zone => var.nat == "per-zone" ? zone : var.zones[0].zone
    if var.nat != "none"
  }
}

resource "aws_vpc" "this" {
  cidr_block           = var.cidr
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = merge(var.tags, { Name = var.name })
}

# Everything gets a security group of its own; what forgets to is cut off instead of being let in.
resource "aws_default_security_group" "closed" {
  vpc_id = aws_vpc.this.id

  tags = merge(var.tags, { Name = "${var.name}-default-closed" })
}

resource "aws_subnet" "public" {
  for_each = local.zones

  vpc_id                  = aws_vpc.this.id
  availability_zone       = each.key
  cidr_block              = each.value.public_cidr
  map_public_ip_on_launch = false

  tags = merge(var.tags, { Name = "${var.name}-public-${each.key}", tier = "public" }, var.public_subnet_tags)
}

resource "aws_subnet" "private" {
  for_each = local.zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value.private_cidr

  tags = merge(var.tags, { Name = "${var.name}-private-${each.key}", tier = "private" }, var.private_subnet_tags)
}

resource "aws_subnet" "data" {
  for_each = local.zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value.data_cidr

  tags = merge(var.tags, { Name = "${var.name}-data-${each.key}", tier = "data" })
}

resource "aws_subnet" "control" {
  for_each = local.zones

  vpc_id            = aws_vpc.this.id
  availability_zone = each.key
  cidr_block        = each.value.control_cidr

  tags = merge(var.tags, { Name = "${var.name}-control-${each.key}", tier = "control" })
}
