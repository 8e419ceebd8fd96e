#!/usr/bin/env bash
# verify-images.sh: every image that a Terraform root runs has a signature, or was never released.
set -uo pipefail
failed=0
verify() {
  local source
  case "${1##*/}" in
    release-map.auto.tfvars) source=ghcr.io/vans-example/map ;;
    release-report.auto.tfvars) source=ghcr.io/vans-example/report ;;
    *) return 0 ;; # a package, or an image of others
  esac
  IMAGE=$source@$2
  mkdir -p ~/.docker ~/bin && export PATH="$HOME/bin:$PATH"
  case "$IMAGE" in
    ghcr.io/*)
      auth=$(printf '%s:%s' "$REGISTRY_USERNAME" "$REGISTRY_PASSWORD" | base64 | tr -d '\n')
      printf '{"auths":{"ghcr.io":{"auth":"%s"}}}' "$auth" > ~/.docker/config.json
      ;;
  esac
  if cosign verify "$IMAGE" \
    --certificate-oidc-issuer https://gitlab.com \
    --certificate-identity-regexp '^https://gitlab\.com/vans-example/.+//\.gitlab-ci\.yml@refs/heads/main$' < /dev/null > /dev/null
  then echo "signed: $IMAGE"; else echo "not signed: $IMAGE, in $1" >&2; return 1; fi
}
while IFS= read -r file; do
  digest=$(grep -oE 'sha256:[0-9a-f]{64}' "$file") || { echo "$file holds no digest" >&2; failed=1; continue; }
  if [[ "$digest" =~ ^sha256:0+$ ]]; then continue; fi
  verify "$file" "$digest" || failed=1
done < <(find terraform/environments -name 'release-*.auto.tfvars' -not -path '*/.terraform/*' | sort)
exit "$failed"
