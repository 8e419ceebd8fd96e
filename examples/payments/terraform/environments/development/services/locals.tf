locals {
  permissions_boundary_arn = "arn:aws:iam::222233334444:policy/development-payments-ci-boundary"
}
