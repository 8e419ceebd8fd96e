data "terraform_remote_state" "network" {
  backend = "s3"
  config = {
    bucket = "staging-payments-state-333344445555"
    key    = "network/terraform.tfstate"
    region = "eu-central-1"
  }
}

locals {
  network = data.terraform_remote_state.network.outputs
}

data "terraform_remote_state" "platform" {
  backend = "s3"
  config = {
    bucket = "staging-payments-state-333344445555"
    key    = "platform/terraform.tfstate"
    region = "eu-central-1"
  }
}

locals {
  platform = data.terraform_remote_state.platform.outputs
}
