import { actions, tools } from '../tools.ts';

/**
 * The workflow that plans, judges and applies one Terraform root; `infrastructure` calls it for each. What is applied is
 * the very plan that was looked at.
 */
export const terraformRoot = `# Plans one Terraform root, judges the plan, and applies that very plan once somebody has approved it.
name: terraform root
on:
  workflow_call:
    inputs:
      path:
        description: folder of the root
        type: string
        required: true
      environment:
        description: environment of GitHub whose reviewers approve the apply
        type: string
        required: true
      region:
        type: string
        required: true
      plan-role:
        description: role that may read, and write nothing but the lock of the state
        type: string
        required: true
      apply-role:
        description: role that may change what this environment holds
        type: string
        required: true
      apply:
        description: false on pull requests, where the plan is all
        type: boolean
        required: true

permissions: {}

jobs:
  plan:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
      id-token: write # for a token that AWS takes instead of a key
    outputs:
      changes: \${{ steps.plan.outputs.changes }}
      digest: \${{ steps.digest.outputs.digest }}
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
      - uses: ${actions.terraform}
        with:
          terraform_version: ${tools.terraform}
          terraform_wrapper: false
      - uses: ${actions.credentials}
        with:
          role-to-assume: \${{ inputs.plan-role }}
          aws-region: \${{ inputs.region }}
      - name: plan
        id: plan
        working-directory: \${{ inputs.path }}
        run: |
          terraform init -input=false
          code=0
          terraform plan -input=false -lock-timeout=5m -detailed-exitcode -out=tfplan || code=$?
          case "$code" in
            0) echo "changes=false" >> "$GITHUB_OUTPUT" ;;
            2) echo "changes=true" >> "$GITHUB_OUTPUT" ;;
            *) exit "$code" ;;
          esac
      - name: show the plan to reviewers
        working-directory: \${{ inputs.path }}
        env:
          ROOT: \${{ inputs.path }}
        run: |
          {
            echo "### $ROOT"
            echo '\`\`\`'
            terraform show -no-color tfplan | head -c 60000
            echo '\`\`\`'
          } >> "$GITHUB_STEP_SUMMARY"
      - name: hold the plan against the policies
        working-directory: \${{ inputs.path }}
        run: |
          bash "$GITHUB_WORKSPACE/.github/scripts/install-conftest.sh"
          terraform show -json tfplan > "$RUNNER_TEMP/plan.json"
          conftest test --policy "$GITHUB_WORKSPACE/policy/terraform" "$RUNNER_TEMP/plan.json"
      - name: name the plan by its digest, so that no other takes its place
        id: digest
        working-directory: \${{ inputs.path }}
        run: echo "digest=$(sha256sum tfplan | cut -d ' ' -f 1)" >> "$GITHUB_OUTPUT"
      # A plan may hold values of the state: it is kept for as long as an approval takes, and no longer.
      - uses: ${actions.upload}
        if: inputs.apply && steps.plan.outputs.changes == 'true'
        with:
          name: plan-\${{ steps.digest.outputs.digest }}
          path: \${{ inputs.path }}/tfplan
          retention-days: 3
          if-no-files-found: error
  apply:
    needs: plan
    if: inputs.apply && needs.plan.outputs.changes == 'true'
    runs-on: ubuntu-24.04
    timeout-minutes: 90
    environment: \${{ inputs.environment }}
    permissions:
      contents: read
      id-token: write # for a token that AWS takes instead of a key
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
      - uses: ${actions.terraform}
        with:
          terraform_version: ${tools.terraform}
          terraform_wrapper: false
      - uses: ${actions.download}
        with:
          name: plan-\${{ needs.plan.outputs.digest }}
          path: \${{ inputs.path }}
      - name: take no other plan than the one that was looked at
        working-directory: \${{ inputs.path }}
        env:
          DIGEST: \${{ needs.plan.outputs.digest }}
        run: echo "$DIGEST  tfplan" | sha256sum --check --strict
      - uses: ${actions.credentials}
        with:
          role-to-assume: \${{ inputs.apply-role }}
          aws-region: \${{ inputs.region }}
      # Terraform refuses a plan that was made from an older state.
      - name: apply
        working-directory: \${{ inputs.path }}
        run: |
          terraform init -input=false
          terraform apply -input=false -lock-timeout=5m tfplan
`;
