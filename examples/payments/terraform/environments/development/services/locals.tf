locals {
  account_id               = "222233334444"
  region                   = "eu-central-1"
  permissions_boundary_arn = "arn:aws:iam::222233334444:policy/development-payments-ci-boundary"
}
