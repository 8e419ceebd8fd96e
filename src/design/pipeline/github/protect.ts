import type { Architecture } from '../../architecture.ts';
import { followedByBranch } from '../releases.ts';

/**
 * What GitHub keeps in no file, as commands: environments with who approves and from which branch, and the rulesets.
 * Source: https://docs.github.com/rest/deployments/environments and https://docs.github.com/rest/repos/rules
 */
export function protect(architecture: Architecture): string {
  const { delivery, environments, owner } = architecture;
  const [organisation, team] = owner.github.split('/');
  const reviewer =
    team === undefined
      ? { type: 'User', path: `users/${owner.github}` }
      : { type: 'Team', path: `orgs/${organisation}/teams/${team}` };
  const calls = environments.map(({ name, approvals }) => `environment ${name} ${approvals > 0}`);
  const rulesets = ['main', ...followedByBranch(architecture).map(({ name }) => `release-${name}`)];
  return `#!/usr/bin/env bash
# Protects the branch and the environments of this repository, which GitHub keeps in no file: once before the first
# run, and again when plinth.yaml names other environments or approvals. As an administrator: gh auth login.
set -euo pipefail
repository=${delivery.repository}
cd "$(dirname "$0")/.."

# One that is not there is made by the first job that names it, and then nobody has to approve.
environment() { # name, whether somebody approves
  local reviewers='[]'
  if [ "$2" = true ]; then
    reviewers="[{\\"type\\":\\"${reviewer.type}\\",\\"id\\":$(gh api ${reviewer.path} --jq .id)}]"
  fi
  gh api --method PUT "repos/$repository/environments/$1" --input - > /dev/null << JSON
{
  "reviewers": $reviewers,
  "prevent_self_review": $2,
  "deployment_branch_policy": { "protected_branches": false, "custom_branch_policies": true }
}
JSON
  local branches="repos/$repository/environments/$1/deployment-branch-policies"
  if ! gh api "$branches" --jq '.branch_policies[].name' | grep -qxF '${delivery.branch}'; then
    gh api --method POST "$branches" -f name='${delivery.branch}' > /dev/null
  fi
  echo "environment $1"
}

ruleset() { # file
  local name id
  name=$(jq -r .name "$1")
  id=$(gh api "repos/$repository/rulesets" --jq ".[] | select(.name == \\"$name\\") | .id")
  if [ -n "$id" ]; then
    gh api --method PUT "repos/$repository/rulesets/$id" --input "$1" > /dev/null
  else
    gh api --method POST "repos/$repository/rulesets" --input "$1" > /dev/null
  fi
  echo "ruleset $name"
}

${calls.join('\n')}
${rulesets.map((name) => `ruleset rulesets/${name}.json`).join('\n')}
`;
}
