#!/usr/bin/env bash
# set-digest.sh WORKLOAD ENVIRONMENT [DIGEST]: writes which version of a workload an environment runs, and tells it.
# Without a digest, it is the one that the environment before runs: a version is promoted, never built again.
# With "previous", it is the one that this environment ran before, as its history says.
set -euo pipefail
workload=$1 environment=$2 digest=${3:-}
case "$workload" in
  gateway) file=kubernetes/acquiring/gateway/overlays/ENV/kustomization.yaml version=ghcr.io/payments-example/gateway ;;
  authorizer) file=kubernetes/acquiring/authorizer/overlays/ENV/kustomization.yaml version=ghcr.io/payments-example/authorizer ;;
  ledger) file=kubernetes/ledger/ledger/overlays/ENV/kustomization.yaml version=ghcr.io/payments-example/ledger ;;
  console) file=kubernetes/ledger/console/overlays/ENV/kustomization.yaml version=ghcr.io/payments-example/console ;;
  settlement) file=kubernetes/ledger/settlement/overlays/ENV/kustomization.yaml version=ghcr.io/payments-example/settlement ;;
  *) echo "no such workload: $workload" >&2; exit 1 ;;
esac
case "$environment" in
  development) before='' ;;
  staging) before=development ;;
  production) before=staging ;;
  *) echo "no such environment: $environment" >&2; exit 1 ;;
esac
files_of() {
  echo "${file//ENV/$1}"
}
digests_in() { grep -hoE 'digest(:| =) "?sha256:[0-9a-f]{64}"?$' "$@" | grep -oE 'sha256:[0-9a-f]{64}' || true; }
mapfile -t files < <(files_of "$environment")
for one in "${files[@]}"; do
  if [ "$(digests_in "$one" | wc -l)" != 1 ]; then echo "$one has to hold one digest" >&2; exit 1; fi
done
if [ -z "$digest" ]; then
  if [ -z "$before" ]; then echo "development comes first, and has to be told a digest" >&2; exit 1; fi
  digest=$(digests_in "$(files_of "$before" | sed -n 1p)")
elif [ "$digest" = previous ]; then
  digest=$(git log --patch --unified=0 --format= -- "${files[0]}" | sed -nE 's/^-.*digest(:| =) "?(sha256:[0-9a-f]{64})"?$/\2/p' |
    grep -vxE "sha256:0+" | sed -n 1p) || true
  if [ -z "$digest" ]; then echo "$environment has run no other version of $workload" >&2; exit 1; fi
fi
if ! [[ "$digest" =~ ^sha256:[0-9a-f]{64}$ ]] || [[ "$digest" =~ ^sha256:0+$ ]]; then
  echo "not the digest of a version: $digest" >&2
  exit 1
fi
sed -i -E "s/(digest(:| =) \"?)sha256:[0-9a-f]{64}(\"?)$/\1$digest\3/" "${files[@]}"
echo "$version@$digest"
