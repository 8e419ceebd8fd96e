data "terraform_remote_state" "network" {
  backend = "s3"
  config = {
    bucket = "test-fleet-state-666677778888"
    key    = "network/terraform.tfstate"
    region = "eu-north-1"
  }
}

locals {
  network = data.terraform_remote_state.network.outputs
}

data "terraform_remote_state" "platform" {
  backend = "s3"
  config = {
    bucket = "test-fleet-state-666677778888"
    key    = "platform/terraform.tfstate"
    region = "eu-north-1"
  }
}

locals {
  platform = data.terraform_remote_state.platform.outputs
}

data "terraform_remote_state" "data" {
  backend = "s3"
  config = {
    bucket = "test-fleet-state-666677778888"
    key    = "data/terraform.tfstate"
    region = "eu-north-1"
  }
}

locals {
  data = data.terraform_remote_state.data.outputs
}
