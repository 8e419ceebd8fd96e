# The bucket of this backend is made here: a first apply runs without this file, then `terraform init -migrate-state`.
terraform {
  backend "s3" {
    bucket       = "fernhill-terraform-state"
    key          = "online-store/shared.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}
