import { tools } from './tools.ts';

/** Runs a command of Terraform in every root and module, and goes on after a failure so that all of them are told. */
export const forEachRoot = `#!/usr/bin/env bash
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
done < <(find terraform -name '*.tf' -not -path '*/.terraform/*' -not -path '*/tests/*' -exec dirname {} \\; | sort -u)
exit "$failed"
`;

/** Installs a pinned Conftest and holds it against the checksums of its release. */
export const installConftest = `#!/usr/bin/env bash
# Installs Conftest ${tools.conftest}, held against the checksums of its release.
set -euo pipefail
version=${tools.conftest}
archive="conftest_\${version}_Linux_x86_64.tar.gz"
release="https://github.com/open-policy-agent/conftest/releases/download/v\${version}"
cd "$(mktemp -d)"
curl -fsSL --proto '=https' -O "$release/$archive" -O "$release/checksums.txt"
grep -F " $archive" checksums.txt | sha256sum --check --strict
tar -xzf "$archive" conftest
install -m 0755 conftest /usr/local/bin/conftest 2>/dev/null || sudo install -m 0755 conftest /usr/local/bin/conftest
`;
