data "terraform_remote_state" "recovery" {
  backend = "s3"
  config = {
    bucket = "production-payments-state-recovery-444455556666"
    key    = "recovery/terraform.tfstate"
    region = "eu-west-1"
  }
}

locals {
  recovery = data.terraform_remote_state.recovery.outputs
}
