locals {
  permissions_boundary_arn = "arn:aws:iam::444455556666:policy/production-payments-ci-boundary"
}
