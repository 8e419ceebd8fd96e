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
