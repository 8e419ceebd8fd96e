terraform {
  backend "s3" {
    bucket       = "fernhill-terraform-state"
    key          = "online-store/services.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}
