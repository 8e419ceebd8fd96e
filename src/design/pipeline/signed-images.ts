import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import { bare } from './releases.ts';

/** An image that a Terraform root names by its digest. */
export interface PinnedImage {
  readonly name: string;
  /** where its signature is asked for: of a copy in another region, the image that it is a copy of */
  readonly source: string;
}

/** Images whose digests are values of Terraform: what runs without a cluster. */
export function pinnedInTerraform({ environments }: Architecture): readonly PinnedImage[] {
  const all = environments.flatMap((main) =>
    [main, ...(main.standby ? [main.standby] : [])].flatMap((here) =>
      ranByTerraform(here).map(({ name, image }) => ({
        name: bare(image),
        source: bare(ranByTerraform(main).find((one) => one.name === name)?.image ?? image),
      })),
    ),
  );
  return [...new Map(all.map((one) => [one.name, one])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function ranByTerraform({ cluster, services, jobs, functions }: Environment) {
  return [...(cluster ? [] : [...services, ...jobs]), ...functions].flatMap(({ name, image }) =>
    image === undefined ? [] : [{ name, image }],
  );
}

/**
 * Shell that asks for the signature of every image which a root names; all that lack one are told.
 * @param by who signs, as Cosign is told it
 * @param login shell that lets it into the registry of `$IMAGE`, where that is not done before
 */
export function verifyImages(
  images: readonly PinnedImage[],
  by: { readonly issuer: string; readonly identity: string },
  login = '',
): string {
  return `#!/usr/bin/env bash
# verify-images.sh: every image that a Terraform root runs is one of the blueprint, by its digest, and has a signature.
set -uo pipefail
failed=0
verify() {
  local name=\${1%@*} digest=\${1##*@} source
  # a copy in another region has the digest of its source
  case "\${name%:*}" in
${images.map(({ name, source }) => `    ${name}) source=${source} ;;\n`).join('')}    *)
      echo "$1: no image of the blueprint" >&2
      return 1
      ;;
  esac
  IMAGE=$source@$digest
${login}  cosign verify "$IMAGE" \\
    --certificate-oidc-issuer ${by.issuer} \\
    --certificate-identity-regexp '${by.identity}' < /dev/null > /dev/null
}
while IFS= read -r image; do
  if verify "$image"; then echo "signed: $image"; else echo "not signed: $image" >&2; failed=1; fi
done < <(
  find terraform/environments -name '*.auto.tfvars*' -not -path '*/.terraform/*' -exec grep -ohE '"[^"@ ]+@sha256:[0-9a-f]{64}"' {} + |
    tr -d '"' | sort -u
)
exit "$failed"
`;
}
