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
