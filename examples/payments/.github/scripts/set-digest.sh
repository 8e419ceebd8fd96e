#!/usr/bin/env bash
# set-digest.sh WORKLOAD ENVIRONMENT [DIGEST]: writes which image an environment runs, and tells the image.
# Without a digest, it is the one that the environment before runs: a version is promoted, never built again.
set -euo pipefail
workload=$1 environment=$2 digest=${3:-}
case "$workload" in
  gateway) folder=kubernetes/acquiring/gateway image=ghcr.io/payments-example/gateway ;;
  authorizer) folder=kubernetes/acquiring/authorizer image=ghcr.io/payments-example/authorizer ;;
  ledger) folder=kubernetes/ledger/ledger image=ghcr.io/payments-example/ledger ;;
  console) folder=kubernetes/ledger/console image=ghcr.io/payments-example/console ;;
  settlement) folder=kubernetes/ledger/settlement image=ghcr.io/payments-example/settlement ;;
  *) echo "no such workload: $workload" >&2; exit 1 ;;
esac
case "$environment" in
  development) before='' ;;
  staging) before=development ;;
  production) before=staging ;;
  *) echo "no such environment: $environment" >&2; exit 1 ;;
esac
file_of() { echo "$folder/overlays/$1/kustomization.yaml"; }
digest_in() { grep -oE 'digest: sha256:[0-9a-f]{64}$' "$(file_of "$1")" | cut -d ' ' -f 2; }
if [ -z "$digest" ]; then
  if [ -z "$before" ]; then echo "development comes first, and has to be told a digest" >&2; exit 1; fi
  digest=$(digest_in "$before")
fi
if ! [[ "$digest" =~ ^sha256:[0-9a-f]{64}$ ]] || [[ "$digest" =~ ^sha256:0+$ ]]; then
  echo "not the digest of an image: $digest" >&2
  exit 1
fi
if [ "$(digest_in "$environment" | wc -l)" != 1 ]; then
  echo "$(file_of "$environment") has to hold one digest" >&2
  exit 1
fi
sed -i -E "s/(digest: )sha256:[0-9a-f]{64}$/\1$digest/" "$(file_of "$environment")"
echo "$image@$digest"
