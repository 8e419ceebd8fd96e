locals {
  account_id               = "111122223333"
  region                   = "eu-west-1"
  permissions_boundary_arn = "arn:aws:iam::111122223333:policy/staging-shop-ci-boundary"
}
