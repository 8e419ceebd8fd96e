#!/usr/bin/env bash
# verify-images.sh: every image that a Terraform root runs has a signature, or was never released.
set -uo pipefail
failed=0
verify() {
  local source
  case "${1##*/}" in
    release-web.auto.tfvars) source=ghcr.io/shop-example/web ;;
    release-api.auto.tfvars) source=ghcr.io/shop-example/api ;;
    *) return 0 ;; # a package, or an image of others
  esac
  IMAGE=$source@$2
  if cosign verify "$IMAGE" \
    --certificate-oidc-issuer https://token.actions.githubusercontent.com \
    --certificate-identity-regexp '^https://github\.com/shop-example/platform/\.github/workflows/image\.yaml@refs/heads/main$' < /dev/null > /dev/null
  then echo "signed: $IMAGE"; else echo "not signed: $IMAGE, in $1" >&2; return 1; fi
}
while IFS= read -r file; do
  digest=$(grep -oE 'sha256:[0-9a-f]{64}' "$file") || { echo "$file holds no digest" >&2; failed=1; continue; }
  if [[ "$digest" =~ ^sha256:0+$ ]]; then continue; fi
  verify "$file" "$digest" || failed=1
done < <(find terraform/environments -name 'release-*.auto.tfvars' -not -path '*/.terraform/*' | sort)
exit "$failed"
