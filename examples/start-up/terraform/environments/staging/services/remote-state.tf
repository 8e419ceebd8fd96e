data "terraform_remote_state" "network" {
  backend = "s3"
  config = {
    bucket = "staging-shop-state-111122223333"
    key    = "network/terraform.tfstate"
    region = "eu-west-1"
  }
}

locals {
  network = data.terraform_remote_state.network.outputs
}

data "terraform_remote_state" "platform" {
  backend = "s3"
  config = {
    bucket = "staging-shop-state-111122223333"
    key    = "platform/terraform.tfstate"
    region = "eu-west-1"
  }
}

locals {
  platform = data.terraform_remote_state.platform.outputs
}

data "terraform_remote_state" "data" {
  backend = "s3"
  config = {
    bucket = "staging-shop-state-111122223333"
    key    = "data/terraform.tfstate"
    region = "eu-west-1"
  }
}

locals {
  data = data.terraform_remote_state.data.outputs
}
