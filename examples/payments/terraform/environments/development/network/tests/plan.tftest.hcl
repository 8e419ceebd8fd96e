mock_provider "aws" {}

# Everything fits together without an account: names, types, and what other states tell.
run "plans" {
  command = plan
}
