data "terraform_remote_state" "network" {
  backend = "s3"
  config = {
    bucket = "production-fleet-state-666677778888"
    key    = "network/terraform.tfstate"
    region = "eu-north-1"
  }
}

locals {
  network = data.terraform_remote_state.network.outputs
}
