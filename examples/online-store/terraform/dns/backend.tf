terraform {
  backend "s3" {
    bucket       = "fernhill-terraform-state"
    key          = "online-store/dns.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}
