locals {
  account_id               = "666677778888"
  permissions_boundary_arn = "arn:aws:iam::666677778888:policy/production-fleet-ci-boundary"
}
