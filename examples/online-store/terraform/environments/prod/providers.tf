locals {
  tags = {
    environment = var.environment
    service     = "online-store"
    owner       = "team-storefront"
    cost-centre = "4711"
  }
}

provider "aws" {
  region              = "eu-west-1"
  allowed_account_ids = [var.account_id]

  default_tags {
    tags = local.tags
  }
}

# disaster recovery: where copies of backups go
provider "aws" {
  alias               = "dr"
  region              = "eu-west-1"
  allowed_account_ids = [var.account_id]

  default_tags {
    tags = local.tags
  }
}
