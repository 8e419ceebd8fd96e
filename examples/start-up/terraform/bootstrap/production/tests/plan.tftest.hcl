mock_provider "aws" {}

run "plans" {
  command = plan
}
