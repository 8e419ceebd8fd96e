#!/usr/bin/env bash
# Protects the branch and the environments of this repository, which GitHub keeps in no file: once before the first
# run, and again when plinth.yaml names other environments or approvals. As an administrator: gh auth login.
set -euo pipefail
repository=shop-example/platform
cd "$(dirname "$0")/.."

# One that is not there is made by the first job that names it, and then nobody has to approve.
environment() { # name, whether somebody approves
  local reviewers='[]'
  if [ "$2" = true ]; then
    reviewers="[{\"type\":\"Team\",\"id\":$(gh api orgs/shop-example/teams/engineers --jq .id)}]"
  fi
  gh api --method PUT "repos/$repository/environments/$1" --input - > /dev/null << JSON
{
  "reviewers": $reviewers,
  "prevent_self_review": $2,
  "deployment_branch_policy": { "protected_branches": false, "custom_branch_policies": true }
}
JSON
  local branches="repos/$repository/environments/$1/deployment-branch-policies"
  if ! gh api "$branches" --jq '.branch_policies[].name' | grep -qxF 'main'; then
    gh api --method POST "$branches" -f name='main' > /dev/null
  fi
  echo "environment $1"
}

ruleset() { # file
  local name id
  name=$(jq -r .name "$1")
  id=$(gh api "repos/$repository/rulesets" --jq ".[] | select(.name == \"$name\") | .id")
  if [ -n "$id" ]; then
    gh api --method PUT "repos/$repository/rulesets/$id" --input "$1" > /dev/null
  else
    gh api --method POST "repos/$repository/rulesets" --input "$1" > /dev/null
  fi
  echo "ruleset $name"
}

environment staging false
environment production true
ruleset rulesets/main.json
