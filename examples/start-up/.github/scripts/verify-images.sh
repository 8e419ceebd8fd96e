#!/usr/bin/env bash
# verify-images.sh: every image that a Terraform root runs is one of the blueprint, by its digest, and has a signature.
set -uo pipefail
failed=0
verify() {
  local name=${1%@*} digest=${1##*@} source
  # a copy in another region has the digest of its source
  case "${name%:*}" in
    ghcr.io/shop-example/api) source=ghcr.io/shop-example/api ;;
    ghcr.io/shop-example/web) source=ghcr.io/shop-example/web ;;
    *)
      echo "$1: no image of the blueprint" >&2
      return 1
      ;;
  esac
  IMAGE=$source@$digest
  cosign verify "$IMAGE" \
    --certificate-oidc-issuer https://token.actions.githubusercontent.com \
    --certificate-identity-regexp '^https://github\.com/shop-example/platform/\.github/workflows/image\.yaml@' < /dev/null > /dev/null
}
while IFS= read -r image; do
  if verify "$image"; then echo "signed: $image"; else echo "not signed: $image" >&2; failed=1; fi
done < <(
  find terraform/environments -name '*.auto.tfvars*' -not -path '*/.terraform/*' -exec grep -ohE '"[^"@ ]+@sha256:[0-9a-f]{64}"' {} + |
    tr -d '"' | sort -u
)
exit "$failed"
