mock_provider "aws" {}

mock_provider "aws" {
  alias = "recovery"
}

run "plans" {
  command = plan
}
