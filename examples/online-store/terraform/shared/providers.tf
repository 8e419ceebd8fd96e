provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = ["777788889999"]

  default_tags {
    tags = {
      environment = "shared"
      service     = "online-store"
      owner       = "team-storefront"
      cost-centre = "4711"
    }
  }
}
