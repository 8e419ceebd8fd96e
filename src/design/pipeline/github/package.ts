import type { Architecture } from '../../architecture.ts';
import { artifactsBucket } from '../../artifacts.ts';
import { packagesOf } from '../releases.ts';
import { rolesOf } from '../roles.ts';
import { actions } from '../tools.ts';

/**
 * The workflow that repositories of functions call: a package is scanned, signed, and put where every environment
 * takes it from, under a key that says what is in it.
 */
export function packageWorkflow(architecture: Architecture): string {
  const { environments, delivery } = architecture;
  const into = environments.map(
    (one) => `          - environment: ${one.name}
            bucket: ${artifactsBucket(one)}
            region: ${one.region}
            role: ${rolesOf(one).packages}
`,
  );
  return `# Scans and signs the package of a function, and puts it where environments take packages from. It is built once; its
# digest, which is its key as well, is what every environment runs from then on. To be there runs it nowhere: release.yaml does.
# Called from the repository of a function, once a job there has uploaded package.zip as an artifact:
#   uses: ${delivery.repository}/.github/workflows/package.yaml@${delivery.branch}
name: package
on:
  workflow_call:
    inputs:
      function:
        description: 'name of the function, as in the blueprint: one of ${packagesOf(architecture).join(', ')}'
        type: string
        required: true
      artifact:
        description: name of the artifact of this run that holds package.zip
        type: string
        default: package
    outputs:
      digest:
        description: what release.yaml is told for the first environment
        value: \${{ jobs.sign.outputs.digest }}

permissions: {}

jobs:
  sign:
    # whoever else calls this gets no signature of ours
    if: github.repository_owner == '${delivery.repository.split('/')[0]}'
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    permissions:
      contents: read
      id-token: write # for a signature without a key
    outputs:
      digest: \${{ steps.digest.outputs.digest }}
    steps:
      - uses: ${actions.download}
        with:
          name: \${{ inputs.artifact }}
          path: built
      - name: unpack
        run: unzip -q built/package.zip -d unpacked
      # Scanned before it is signed, and release.yaml takes only what is signed.
      - uses: ${actions.trivy}
        with:
          scan-type: rootfs
          scan-ref: unpacked
          scanners: vuln,secret
          severity: CRITICAL,HIGH
          ignore-unfixed: true
          exit-code: '1'
      - uses: ${actions.cosign}
      - name: sign
        run: cosign sign-blob --yes --bundle built/package.sigstore.json built/package.zip
      - name: name it by what is in it
        id: digest
        env:
          FUNCTION: \${{ inputs.function }}
        run: |
          digest=sha256:$(sha256sum built/package.zip | cut -d ' ' -f 1)
          echo "digest=$digest" >> "$GITHUB_OUTPUT"
          echo "$FUNCTION: \\\`$digest\\\`" >> "$GITHUB_STEP_SUMMARY"
      - uses: ${actions.upload}
        with:
          name: signed-\${{ inputs.artifact }}
          path: built
          retention-days: 3
          if-no-files-found: error
  upload:
    needs: sign
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
      id-token: write # for a token that AWS takes instead of a key
    strategy:
      matrix:
        include:
${into.join('')}    steps:
      - uses: ${actions.download}
        with:
          name: signed-\${{ inputs.artifact }}
          path: built
      - uses: ${actions.credentials}
        with:
          role-to-assume: \${{ matrix.role }}
          aws-region: \${{ matrix.region }}
      - name: put it there, once and for all
        env:
          BUCKET: \${{ matrix.bucket }}
          DIGEST: \${{ needs.sign.outputs.digest }}
        run: |
${uploadScript('          ')}`;
}

/** Shell that puts a package and its signature into `$BUCKET`; what is there already is the same, and stays. */
export function uploadScript(indent: string, folder = 'built'): string {
  return `put() {
  aws s3api put-object --bucket "$BUCKET" --key "packages/\${DIGEST#sha256:}.$1" --body "${folder}/package.$1" --if-none-match '*' > /dev/null 2> refused ||
    grep -q PreconditionFailed refused || { cat refused >&2; return 1; }
}
# the signature first: what has none is never taken
put sigstore.json
put zip
`
    .trimEnd()
    .split('\n')
    .map((line) => `${indent}${line}\n`)
    .join('');
}
