import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';

/** The workflow that asks for an environment to follow the main branch, where Flux follows a branch of its own. */
export function promote({ delivery }: Architecture, environments: readonly Environment[]): string {
  const { branch } = delivery;
  return `# Asks for an environment to get what is on ${branch}: a pull request into the branch that Flux follows there.
# Its approvals are those that the environment asks for (.github/rulesets). Back: revert the pull request.
name: promote
on:
  workflow_dispatch:
    inputs:
      environment:
        description: environment that is to get what is on ${branch}
        type: choice
        required: true
        options:
${environments.map(({ name }) => `          - ${name}\n`).join('')}
permissions: {}

concurrency:
  group: promote-\${{ inputs.environment }}
  cancel-in-progress: false

jobs:
  ask:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    permissions:
      contents: read
    steps:
      - name: open the pull request
        env:
          GH_TOKEN: \${{ secrets.RELEASE_TOKEN }}
          GH_REPO: \${{ github.repository }}
          ENVIRONMENT: \${{ inputs.environment }}
        run: |
          if [ "$(gh pr list --base "release/$ENVIRONMENT" --head ${branch} --state open --json number --jq length)" = 0 ]; then
            gh pr create --base "release/$ENVIRONMENT" --head ${branch} --title "Bring ${branch} to $ENVIRONMENT" --body ''
          fi
`;
}
