provider "aws" {
  region = "eu-west-1"

  # A mistaken profile ends here instead of in the wrong account.
  allowed_account_ids = ["111122223333"]

  default_tags {
    tags = {
      environment = "production"
      system      = "shop"
      managed-by  = "terraform"
      service     = "shop"
      owner       = "shop"
      cost-centre = "shop"
    }
  }
}
