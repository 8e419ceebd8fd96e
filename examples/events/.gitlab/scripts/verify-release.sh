#!/usr/bin/env bash
# verify-release.sh VERSION ENVIRONMENT: takes only what pipelines have scanned and signed.
set -euo pipefail
version=$1 environment=$2
case "$version" in
  *.zip@*)
    digest=${version##*sha256:}
    case "$environment" in
      test) bucket=test-fleet-artifacts-666677778888 ;;
      production) bucket=production-fleet-artifacts-666677778888 ;;
    esac
    folder=$(mktemp -d)
    aws s3 cp --quiet "s3://$bucket/packages/$digest.zip" "$folder/package.zip"
    aws s3 cp --quiet "s3://$bucket/packages/$digest.sigstore.json" "$folder/package.sigstore.json"
    echo "$digest  $folder/package.zip" | sha256sum --check --strict --quiet
    cosign verify-blob "$folder/package.zip" --bundle "$folder/package.sigstore.json" \
      --certificate-oidc-issuer https://gitlab.com \
      --certificate-identity-regexp '^https://gitlab\.com/vans-example/.+//\.gitlab-ci\.yml@refs/heads/main$' > /dev/null
    ;;
  *)
    cosign verify "$version" \
      --certificate-oidc-issuer https://gitlab.com \
      --certificate-identity-regexp '^https://gitlab\.com/vans-example/.+//\.gitlab-ci\.yml@refs/heads/main$' > /dev/null
    ;;
esac
echo "may run in $environment: $version"
