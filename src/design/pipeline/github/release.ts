import type { Architecture } from '../../architecture.ts';
import { imagesOf, registryOf, releasedOf, releasedTo } from '../releases.ts';
import { type PipelineRoles, rolesOf } from '../roles.ts';
import { actions } from '../tools.ts';

/** Branches of releases, which change nothing that Terraform would have to plan. */
export const releaseBranches = 'digest/';

/** The workflow that has an environment run an image: a pull request that changes one line. */
export function release(architecture: Architecture): string {
  const options = (names: readonly string[]) => names.map((name) => `          - ${name}\n`).join('');
  const environments = releasedTo(architecture).map(({ name }) => name);
  const { branch } = architecture.delivery;
  const { issuer, identity } = signer(architecture);
  return `# Has an environment run an image: its signature is checked, and a pull request writes its digest into the manifests.
# From one environment to the next: the same, without a digest. Back to the version before: revert that pull request.
# Who merges it approves it; where an environment asks for approvals, what was merged still waits for them.
name: release
on:
  workflow_dispatch:
    inputs:
      workload:
        description: what is released
        type: choice
        required: true
        options:
${options(releasedOf(architecture).map(({ name }) => name))}      environment:
        description: where it is to run
        type: choice
        required: true
        options:
${options(environments)}      digest:
        description: sha256:... as image.yaml tells it; empty, what the environment before runs
        type: string
        default: ''

permissions: {}

concurrency:
  group: release-\${{ inputs.workload }}-\${{ inputs.environment }}
  cancel-in-progress: false

jobs:
  digest:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
      packages: read
      id-token: write # for AWS, where the registry is there
    steps:
      - uses: ${actions.checkout}
        with:
          ref: ${branch}
          persist-credentials: false
      - name: write the digest
        id: digest
        env:
          WORKLOAD: \${{ inputs.workload }}
          ENVIRONMENT: \${{ inputs.environment }}
          DIGEST: \${{ inputs.digest }}
        run: |
          image=$(bash .github/scripts/set-digest.sh "$WORKLOAD" "$ENVIRONMENT" "$DIGEST")
          echo "image=$image" >> "$GITHUB_OUTPUT"
${logins(architecture)}      - uses: ${actions.cosign}
      - name: take only what image.yaml of this repository has signed
        env:
          IMAGE: \${{ steps.digest.outputs.image }}
        run: |
          cosign verify "$IMAGE" > /dev/null \\
            --certificate-oidc-issuer ${issuer} \\
            --certificate-identity-regexp '${identity}'
      # RELEASE_TOKEN is a fine-grained token that may write contents and pull requests here: what the token of a run
      # opens gets no checks, and could never be merged.
      - name: open the pull request
        env:
          GH_TOKEN: \${{ secrets.RELEASE_TOKEN }}
          WORKLOAD: \${{ inputs.workload }}
          ENVIRONMENT: \${{ inputs.environment }}
          IMAGE: \${{ steps.digest.outputs.image }}
        run: |
          if git diff --quiet; then echo "$ENVIRONMENT runs it already"; exit 0; fi
          title="Run $WORKLOAD \${IMAGE##*@} in $ENVIRONMENT"
          branch="${releaseBranches}$WORKLOAD-$ENVIRONMENT"
          git config user.name release
          git config user.email release@users.noreply.github.com
          git switch --create "$branch"
          git commit --quiet --all --message "$title"
          gh auth setup-git
          git push --force origin "$branch"
          if [ "$(gh pr list --head "$branch" --state open --json number --jq length)" = 0 ]; then
            gh pr create --base ${branch} --head "$branch" --title "$title" --body "Image: $IMAGE"
          else
            gh pr edit "$branch" --title "$title" --body "Image: $IMAGE"
          fi
`;
}

/** Who signs, as Cosign is told it: a run of image.yaml of this repository, by whatever repository it is called. */
export function signer({ delivery: { repository } }: Architecture) {
  return {
    issuer: 'https://token.actions.githubusercontent.com',
    identity: `^https://github\\.com/${repository.replaceAll('.', '\\.')}/\\.github/workflows/image\\.yaml@`,
  };
}

/** Steps that log in to each registry that the blueprint names. @param role that reads or pushes images in AWS */
export function logins(
  architecture: Architecture,
  images: readonly string[] = imagesOf(architecture),
  role: keyof PipelineRoles = 'images',
): string {
  const registries = [...new Set(images.map(registryOf))].sort();
  return registries.map((host) => loginTo(host, architecture, role)).join('');
}

function loginTo(host: string, { environments }: Architecture, role: keyof PipelineRoles): string {
  const region = /^\d{12}\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com$/.exec(host)?.[1];
  if (region !== undefined)
    return `      - uses: ${actions.credentials}
        with:
          role-to-assume: ${rolesOf(environments.find(({ account }) => host.startsWith(account)) ?? environments[0]!)[role]}
          aws-region: ${region}
      - uses: ${actions.ecrLogin}
        with:
          registries: '${host.slice(0, 12)}'
`;
  const isOwn = host === 'ghcr.io';
  return `      - name: log in to ${host}
        env:
          NAME: \${{ ${isOwn ? 'github.actor' : 'secrets.REGISTRY_USERNAME'} }}
          PASSWORD: \${{ ${isOwn ? 'github.token' : 'secrets.REGISTRY_PASSWORD'} }}
        run: docker login ${host} --username "$NAME" --password-stdin <<< "$PASSWORD"
`;
}
