# What keeps data in the other region, and where names lead.
terraform {
  required_version = ">= 1.11.0, < 2.0.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }

  backend "s3" {
    bucket       = "production-payments-state-recovery-444455556666"
    key          = "recovery/terraform.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    kms_key_id   = "alias/production-payments-state-recovery-key"
    use_lockfile = true
  }
}
