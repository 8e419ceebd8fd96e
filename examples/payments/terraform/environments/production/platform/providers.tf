provider "aws" {
  region = "eu-central-1"

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

# Copies are kept in another region.
provider "aws" {
  alias               = "recovery"
  region              = "eu-west-1"
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

# Certificates and rules of CloudFront are kept there.
provider "aws" {
  alias               = "edge"
  region              = "us-east-1"
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
