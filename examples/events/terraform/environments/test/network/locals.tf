locals {
  account_id               = "666677778888"
  region                   = "eu-north-1"
  permissions_boundary_arn = "arn:aws:iam::666677778888:policy/test-fleet-ci-boundary"
}
