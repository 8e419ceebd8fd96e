data "terraform_remote_state" "platform" {
  backend = "s3"
  config = {
    bucket = "production-fleet-state-666677778888"
    key    = "platform/terraform.tfstate"
    region = "eu-north-1"
  }
}

locals {
  platform = data.terraform_remote_state.platform.outputs
}
