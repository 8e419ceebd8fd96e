import type { Architecture } from '../../architecture.ts';
import { placeOfState, statesOfPipeline } from '../../state-place.ts';
import { rolesOf } from '../roles.ts';
import { actions, tools } from '../tools.ts';

/** The workflow that looks every morning for what somebody changed by hand, and opens an issue about it. */
export function drift({ environments }: Architecture): string {
  const roots = environments.flatMap((environment) =>
    statesOfPipeline(environment).map(
      (state) => `          - path: ${state.path}
            region: ${placeOfState(environment, state).region}
            role: ${rolesOf(environment).plan}
`,
    ),
  );
  return `# Looks for what somebody changed by hand: a plan of what is on the main branch has to be empty.
name: drift
on:
  schedule:
    - cron: '17 5 * * 1-5'
  workflow_dispatch: {}

permissions: {}

concurrency:
  group: drift
  cancel-in-progress: false

jobs:
  plan:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
      id-token: write # for a token that AWS takes instead of a key
      issues: write # to tell of what was found
    strategy:
      fail-fast: false
      matrix:
        include:
${roots.join('')}    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
      - uses: ${actions.terraform}
        with:
          terraform_version: ${tools.terraform}
          terraform_wrapper: false
      - uses: ${actions.credentials}
        with:
          role-to-assume: \${{ matrix.role }}
          aws-region: \${{ matrix.region }}
      - name: plan
        id: plan
        working-directory: \${{ matrix.path }}
        run: |
          terraform init -input=false
          code=0
          terraform plan -input=false -lock=false -detailed-exitcode -no-color > "$RUNNER_TEMP/plan.txt" || code=$?
          if [ "$code" = 1 ]; then exit 1; fi
          echo "drift=$([ "$code" = 2 ] && echo true || echo false)" >> "$GITHUB_OUTPUT"
      - name: tell of it
        if: steps.plan.outputs.drift == 'true'
        env:
          GH_TOKEN: \${{ github.token }}
          ROOT: \${{ matrix.path }}
        run: |
          title="Drift in $ROOT"
          # addresses only: a plan may hold values that do not belong into an issue
          body=$(grep -E '^  # ' "$RUNNER_TEMP/plan.txt" | head -50)
          known=$(gh issue list --state open --search "\\"$title\\" in:title" --json number --jq '.[0].number')
          if [ -n "$known" ]; then
            gh issue comment "$known" --body "$body"
          else
            gh issue create --title "$title" --body "$body"
          fi
`;
}
