import type { Architecture } from '../../architecture.ts';
import { imagesOf, packagesOf, registryOf, releasedOf } from '../releases.ts';
import { type PipelineRoles, rolesOf } from '../roles.ts';
import type { Signer } from '../signed-images.ts';
import { actions } from '../tools.ts';
import { imagesOfOthers } from '../verify-release.ts';

/** Branches of releases: digests in manifests, or in Terraform, where only what runs them is planned. */
export const releaseBranches = 'digest/';

/** The workflow that has an environment run a version: a pull request that changes one line. */
export function release(architecture: Architecture): string {
  const options = (names: readonly string[]) => names.map((name) => `          - ${name}\n`).join('');
  const { branch } = architecture.delivery;
  const others = imagesOfOthers(architecture);
  const signed = imagesOf(architecture).length + packagesOf(architecture).length > 0;
  return `# Has an environment run a version: its signature is checked, and a pull request writes its digest where it belongs.
# From one environment to the next: the same, without a digest. Back to the version before: with "previous" as the digest.
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
${options(architecture.environments.map(({ name }) => name))}      digest:
        description: sha256:... as its build tells it; empty, what the environment before runs; previous, what ran here before
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
      id-token: write # for AWS, where images or packages are there
    steps:
      - uses: ${actions.checkout}
        with:
          ref: ${branch}
          # what ran before is in the history
          fetch-depth: 0
          persist-credentials: false
      - name: write the digest
        id: digest
        env:
          WORKLOAD: \${{ inputs.workload }}
          ENVIRONMENT: \${{ inputs.environment }}
          DIGEST: \${{ inputs.digest }}
        run: |
          version=$(bash .github/scripts/set-digest.sh "$WORKLOAD" "$ENVIRONMENT" "$DIGEST")
          echo "version=$version" >> "$GITHUB_OUTPUT"
          echo "name=\${version%@*}" >> "$GITHUB_OUTPUT"
${logins(architecture)}${packageAccess(architecture)}${signed ? `      - uses: ${actions.cosign}\n` : ''}${others.length > 0 ? scanOfOthers(others) : ''}      - name: take only what workflows of this repository have signed
        env:
          VERSION: \${{ steps.digest.outputs.version }}
          ENVIRONMENT: \${{ inputs.environment }}
        run: bash .github/scripts/verify-release.sh "$VERSION" "$ENVIRONMENT"
      # RELEASE_TOKEN is a fine-grained token that may write contents and pull requests here: what the token of a run
      # opens gets no checks, and could never be merged.
      - name: open the pull request
        env:
          GH_TOKEN: \${{ secrets.RELEASE_TOKEN }}
          WORKLOAD: \${{ inputs.workload }}
          ENVIRONMENT: \${{ inputs.environment }}
          VERSION: \${{ steps.digest.outputs.version }}
        run: |
          if git diff --quiet; then echo "$ENVIRONMENT runs it already"; exit 0; fi
          title="Run $WORKLOAD \${VERSION##*@} in $ENVIRONMENT"
          branch="${releaseBranches}$ENVIRONMENT/$WORKLOAD"
          git config user.name release
          git config user.email release@users.noreply.github.com
          git switch --create "$branch"
          git commit --quiet --all --message "$title"
          gh auth setup-git
          git push --force origin "$branch"
          if [ "$(gh pr list --head "$branch" --state open --json number --jq length)" = 0 ]; then
            gh pr create --base ${branch} --head "$branch" --title "$title" --body "$VERSION"
          else
            gh pr edit "$branch" --title "$title" --body "$VERSION"
          fi
`;
}

/** Steps that let it read the packages of an environment, by the role that reads there and changes nothing. */
function packageAccess(architecture: Architecture): string {
  const packages = packagesOf(architecture);
  if (packages.length === 0) return '';
  const among = JSON.stringify(packages.map((name) => `${name}.zip`));
  return architecture.environments
    .map(
      (one) => `      - uses: ${actions.credentials}
        if: inputs.environment == '${one.name}' && contains(fromJSON('${among}'), steps.digest.outputs.name)
        with:
          role-to-assume: ${rolesOf(one).plan}
          aws-region: ${one.region}
`,
    )
    .join('');
}

function scanOfOthers(images: readonly string[]): string {
  return `      - uses: ${actions.trivy}
        if: contains(fromJSON('${JSON.stringify(images)}'), steps.digest.outputs.name)
        with:
          image-ref: \${{ steps.digest.outputs.version }}
          severity: CRITICAL
          ignore-unfixed: true
          exit-code: '1'
        env:
          TRIVY_PLATFORM: linux/arm64
`;
}

/**
 * Who signs, as Cosign is told it: a workflow as the main branch of this repository has it, which takes calls of its
 * owner's repositories only. Of a commit nobody could tell whether anyone has looked at it.
 */
export function signer(
  { delivery: { branch, repository } }: Architecture,
  workflow: 'image' | 'package' = 'image',
): Signer {
  return {
    issuer: 'https://token.actions.githubusercontent.com',
    identity: `^https://github\\.com/${repository.replaceAll('.', '\\.')}/\\.github/workflows/${workflow}\\.yaml@refs/heads/${branch.replaceAll('.', '\\.')}$`,
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
