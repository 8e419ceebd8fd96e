locals {
  account_id               = "333344445555"
  region                   = "eu-central-1"
  permissions_boundary_arn = "arn:aws:iam::333344445555:policy/staging-payments-ci-boundary"
}
