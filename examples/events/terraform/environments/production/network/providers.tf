provider "aws" {
  region = "eu-north-1"

  # A mistaken profile ends here instead of in the wrong account.
  allowed_account_ids = ["666677778888"]

  default_tags {
    tags = {
      environment = "production"
      system      = "fleet"
      managed-by  = "terraform"
      service     = "fleet"
      owner       = "fleet"
      cost-centre = "fleet"
    }
  }
}
