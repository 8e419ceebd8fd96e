provider "aws" {
  region = "eu-west-1"

  # A mistaken profile ends here instead of in the wrong account.
  allowed_account_ids = ["444455556666"]

  default_tags {
    tags = {
      environment    = "production"
      system         = "payments"
      managed-by     = "terraform"
      data-residency = "eu"
      service        = "payments"
      owner          = "platform"
      cost-centre    = "cc-1000"
    }
  }
}
