locals {
  permissions_boundary_arn = "arn:aws:iam::333344445555:policy/staging-payments-ci-boundary"
}
