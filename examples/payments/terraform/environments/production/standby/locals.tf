locals {
  account_id               = "444455556666"
  region                   = "eu-west-1"
  permissions_boundary_arn = "arn:aws:iam::444455556666:policy/production-payments-ci-boundary"
}
