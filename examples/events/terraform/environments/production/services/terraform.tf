# What belongs to single services: identities, functions, tasks, names.
terraform {
  required_version = ">= 1.11.0, < 2.0.0"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }

  backend "s3" {
    bucket       = "production-fleet-state-666677778888"
    key          = "services/terraform.tfstate"
    region       = "eu-north-1"
    encrypt      = true
    kms_key_id   = "alias/production-fleet-state-key"
    use_lockfile = true
  }
}
