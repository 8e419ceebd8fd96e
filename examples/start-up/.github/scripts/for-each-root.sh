#!/usr/bin/env bash
# for-each-root.sh validate|test: in every folder below terraform/ that holds configuration; all failures are told.
set -uo pipefail
command=$1
failed=0
while IFS= read -r root; do
  if [ "$command" = test ] && [ ! -d "$root/tests" ]; then continue; fi
  echo "== $root"
  if ! terraform -chdir="$root" init -backend=false -input=false -no-color > /tmp/init.log 2>&1; then
    cat /tmp/init.log
    failed=1
    continue
  fi
  terraform -chdir="$root" "$command" -no-color || failed=1
done < <(find terraform -name '*.tf' -not -path '*/.terraform/*' -not -path '*/tests/*' -exec dirname {} \; | sort -u)
exit "$failed"
