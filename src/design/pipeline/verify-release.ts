import type { Architecture } from '../architecture.ts';
import { artifactsBucket } from '../artifacts.ts';
import { isOfOthers } from '../public-images.ts';
import { imagesOf, packagesOf, releasedOf } from './releases.ts';
import type { Signer } from './signed-images.ts';

export interface Signers {
  readonly image: Signer;
  readonly package: Signer;
}

/** Images of others that are released, without tag and digest. */
export function imagesOfOthers(architecture: Architecture): readonly string[] {
  const images = releasedOf(architecture).flatMap(({ image }) =>
    image !== undefined && isOfOthers(image) ? [image] : [],
  );
  return [...new Set(images)].sort();
}

/**
 * Shell that lets a release go on only with what pipelines have signed; what others made is scanned instead.
 * @param scan shell that scans `$version`, where nothing else does it
 */
export function verifyRelease(architecture: Architecture, by: Signers, scan = ':'): string {
  const others = imagesOfOthers(architecture);
  const packages = packagesOf(architecture);
  return `#!/usr/bin/env bash
# verify-release.sh VERSION ENVIRONMENT: takes only what pipelines have scanned and signed.
set -euo pipefail
version=$1 environment=$2
case "$version" in
${others.length > 0 ? othersArm(others, scan) : ''}${
  packages.length > 0 ? `  *.zip@*)\n${packageArm(architecture, by.package)}    ;;\n` : ''
}${
  imagesOf(architecture).length > 0
    ? `  *)
    cosign verify "$version" \\
      --certificate-oidc-issuer ${by.image.issuer} \\
      --certificate-identity-regexp '${by.image.identity}' > /dev/null
    ;;
`
    : ''
}esac
echo "may run in $environment: $version"
`;
}

function othersArm(images: readonly string[], scan: string): string {
  return `  ${images.map((image) => `${image}@*`).join(' | ')})
    # made by others, who sign in ways of their own or not at all
    ${scan}
    ;;
`;
}

function packageArm(architecture: Architecture, by: Signer): string {
  return `    digest=\${version##*sha256:}
    case "$environment" in
${architecture.environments
  .map((one) => `      ${one.name}) bucket=${artifactsBucket(one)} ;;\n`)
  .join('')}    esac
    folder=$(mktemp -d)
    aws s3 cp --quiet "s3://$bucket/packages/$digest.zip" "$folder/package.zip"
    aws s3 cp --quiet "s3://$bucket/packages/$digest.sigstore.json" "$folder/package.sigstore.json"
    echo "$digest  $folder/package.zip" | sha256sum --check --strict --quiet
    cosign verify-blob "$folder/package.zip" --bundle "$folder/package.sigstore.json" \\
      --certificate-oidc-issuer ${by.issuer} \\
      --certificate-identity-regexp '${by.identity}' > /dev/null
`;
}
