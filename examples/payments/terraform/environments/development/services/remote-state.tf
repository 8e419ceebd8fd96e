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

data "terraform_remote_state" "data" {
  backend = "s3"
  config = {
    bucket = "development-payments-state-222233334444"
    key    = "data/terraform.tfstate"
    region = "eu-central-1"
  }
}

locals {
  data = data.terraform_remote_state.data.outputs
}
