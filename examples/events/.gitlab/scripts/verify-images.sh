#!/usr/bin/env bash
# verify-images.sh: every image that a Terraform root runs is one of the blueprint, by its digest, and has a signature.
set -uo pipefail
failed=0
verify() {
  local name=${1%@*} digest=${1##*@} source
  # a copy in another region has the digest of its source
  case "${name%:*}" in
    ghcr.io/vans-example/map) source=ghcr.io/vans-example/map ;;
    ghcr.io/vans-example/report) source=ghcr.io/vans-example/report ;;
    *)
      echo "$1: no image of the blueprint" >&2
      return 1
      ;;
  esac
  IMAGE=$source@$digest
  mkdir -p ~/.docker ~/bin && export PATH="$HOME/bin:$PATH"
  case "$IMAGE" in
    ghcr.io/*)
      auth=$(printf '%s:%s' "$REGISTRY_USERNAME" "$REGISTRY_PASSWORD" | base64 | tr -d '\n')
      printf '{"auths":{"ghcr.io":{"auth":"%s"}}}' "$auth" > ~/.docker/config.json
      ;;
  esac
  cosign verify "$IMAGE" \
    --certificate-oidc-issuer https://gitlab.com \
    --certificate-identity-regexp '^https://gitlab\.com/vans-example/.+//\.gitlab-ci\.yml@refs/heads/main$' < /dev/null > /dev/null
}
while IFS= read -r image; do
  if verify "$image"; then echo "signed: $image"; else echo "not signed: $image" >&2; failed=1; fi
done < <(
  find terraform/environments -name '*.auto.tfvars*' -not -path '*/.terraform/*' -exec grep -ohE '"[^"@ ]+@sha256:[0-9a-f]{64}"' {} + |
    tr -d '"' | sort -u
)
exit "$failed"
