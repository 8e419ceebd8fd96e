terraform {
  backend "s3" {
    bucket  = "fernhill-terraform-state"
    key     = "online-store/staging/platform.tfstate"
    region  = "eu-west-1"
    encrypt = true
  }
}
