data "terraform_remote_state" "network" {
  backend = "s3"
  config = {
    bucket = "development-payments-state-222233334444"
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
    bucket = "development-payments-state-222233334444"
    key    = "platform/terraform.tfstate"
    region = "eu-central-1"
  }
}

locals {
  platform = data.terraform_remote_state.platform.outputs
}
