provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["444455556666"]

  default_tags {
    tags = {
      environment = "prod"
      service     = "online-store"
      owner       = "team-storefront"
      cost-centre = "4711"
    }
  }
}
