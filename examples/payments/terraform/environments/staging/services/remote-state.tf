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

data "terraform_remote_state" "data" {
  backend = "s3"
  config = {
    bucket = "staging-payments-state-333344445555"
    key    = "data/terraform.tfstate"
    region = "eu-central-1"
  }
}

locals {
  data = data.terraform_remote_state.data.outputs
}
