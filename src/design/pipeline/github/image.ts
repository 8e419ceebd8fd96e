import type { Architecture } from '../../architecture.ts';
import { rolesOf } from '../roles.ts';
import { actions } from '../tools.ts';

/**
 * The workflow that repositories of services call: an image is built once, scanned, signed, and known by its digest
 * from then on, in every environment.
 */
export function image({ environments }: Architecture): string {
  const [first] = environments;
  return `# Builds an image once, scans it, signs it, and tells its digest: what every environment runs from then on.
# Called from the repository of a service: uses: OWNER/REPOSITORY/.github/workflows/image.yaml@COMMIT
name: image
on:
  workflow_call:
    inputs:
      repository:
        description: name of the image's repository in ECR
        type: string
        required: true
      context:
        description: folder that holds the Dockerfile
        type: string
        default: .
    outputs:
      digest:
        description: what to write into the overlay of the first environment
        value: \${{ jobs.image.outputs.digest }}

permissions: {}

jobs:
  image:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
      id-token: write # for AWS, and for a signature without a key
    outputs:
      digest: \${{ steps.build.outputs.digest }}
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
      - uses: ${actions.buildx}
      - uses: ${actions.credentials}
        with:
          role-to-assume: ${rolesOf(first!).images}
          aws-region: ${first!.region}
      - uses: ${actions.ecrLogin}
        id: registry
      - uses: ${actions.build}
        id: build
        with:
          context: \${{ inputs.context }}
          push: true
          tags: \${{ steps.registry.outputs.registry }}/\${{ inputs.repository }}:\${{ github.sha }}
          platforms: linux/arm64
          provenance: mode=max
          sbom: true
      # Found before it is signed: what is not signed, no cluster runs.
      - uses: ${actions.trivy}
        with:
          image-ref: \${{ steps.registry.outputs.registry }}/\${{ inputs.repository }}@\${{ steps.build.outputs.digest }}
          severity: CRITICAL,HIGH
          ignore-unfixed: true
          exit-code: '1'
      - uses: ${actions.cosign}
      - name: sign
        env:
          IMAGE: \${{ steps.registry.outputs.registry }}/\${{ inputs.repository }}@\${{ steps.build.outputs.digest }}
        run: cosign sign --yes "$IMAGE"
`;
}
