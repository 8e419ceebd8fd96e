import type { Architecture } from '../../architecture.ts';
import { imagesOf } from '../releases.ts';
import { actions } from '../tools.ts';
import { logins } from './release.ts';

/**
 * The workflow that repositories of services call: an image is built once, scanned, signed, and known by its digest
 * from then on, in every environment.
 */
export function image(architecture: Architecture): string {
  const login = logins(architecture);
  return `# Builds an image once, scans it, signs it, and tells its digest: what every environment runs from then on.
# Called from the repository of a service: uses: ${architecture.delivery.repository}/.github/workflows/image.yaml@${architecture.delivery.branch}${
    login.includes('secrets.') ? '\n# with secrets: inherit, as a registry asks for a password' : ''
  }
# It is pushed under the name that the blueprint has for it, which manifests and policies have as well. Clusters have
# to be let in there: nodes may read ECR of their own account, other registries have to be readable by them.
# Then release.yaml brings the digest to the first environment.
name: image
on:
  workflow_call:
    inputs:
      image:
        description: 'name of the image, as in the blueprint: one of ${imagesOf(architecture).join(', ')}'
        type: string
        required: true
      context:
        description: folder that holds the Dockerfile
        type: string
        default: .
      runner:
        description: kind of runner, best of the processors that the image is for
        type: string
        default: ubuntu-24.04-arm
    outputs:
      digest:
        description: what release.yaml is told for the first environment
        value: \${{ jobs.image.outputs.digest }}

permissions: {}

jobs:
  image:
    # whoever else calls this gets no signature of ours
    if: github.repository_owner == '${architecture.delivery.repository.split('/')[0]}'
    runs-on: \${{ inputs.runner }}
    timeout-minutes: 30
    permissions:
      contents: read
      packages: write
      id-token: write # for AWS, and for a signature without a key
    outputs:
      digest: \${{ steps.build.outputs.digest }}
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
      - uses: ${actions.buildx}
${login}      - uses: ${actions.build}
        id: build
        with:
          context: \${{ inputs.context }}
          push: true
          tags: \${{ inputs.image }}:\${{ github.sha }}
          platforms: linux/arm64
          provenance: mode=max
          sbom: true
      # Scanned before it is signed, and release.yaml takes only what is signed. Clusters themselves ask for the registry
      # and for a digest (policy/admission), and look at no signature.
      - uses: ${actions.trivy}
        with:
          image-ref: \${{ inputs.image }}@\${{ steps.build.outputs.digest }}
          severity: CRITICAL,HIGH
          ignore-unfixed: true
          exit-code: '1'
      - uses: ${actions.cosign}
      - name: sign
        env:
          IMAGE: \${{ inputs.image }}@\${{ steps.build.outputs.digest }}
        run: cosign sign --yes "$IMAGE"
`;
}
