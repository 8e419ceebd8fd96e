provider "aws" {
  region              = "eu-north-1"
  allowed_account_ids = ["666677778888"]

  default_tags {
    tags = {
      environment = "test"
      system      = "fleet"
      managed-by  = "terraform"
      service     = "fleet"
      owner       = "fleet"
      cost-centre = "fleet"
    }
  }
}
