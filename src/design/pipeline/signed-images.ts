import type { Architecture } from '../architecture.ts';
import { isOfOthers } from '../public-images.ts';
import { releasedByTerraform, releaseFile } from '../release-files.ts';

/** An image that Terraform roots name by its digest. */
export interface PinnedImage {
  /** without tag and digest, where its signature is asked for: of a copy in another region, what it is a copy of */
  readonly source: string;
  /** the file beside a root that holds its digest */
  readonly file: string;
}

/** Images of ours whose digests are values of Terraform: what runs without a cluster. */
export function pinnedInTerraform({ environments }: Architecture): readonly PinnedImage[] {
  return releasedByTerraform(environments.at(-1)!).flatMap((one) =>
    one.image === undefined || isOfOthers(one.image) ? [] : [{ source: one.image, file: releaseFile(one) }],
  );
}

/** Who signs, as Cosign is told it. */
export interface Signer {
  readonly issuer: string;
  /** a regular expression */
  readonly identity: string;
}

/**
 * Shell that asks for the signature of every image which a root names; all that lack one are told.
 * @param login shell that lets it into the registry of `$IMAGE`, where that is not done before
 */
export function verifyImages(images: readonly PinnedImage[], by: Signer, login = ''): string {
  return `#!/usr/bin/env bash
# verify-images.sh: every image that a Terraform root runs has a signature, or was never released.
set -uo pipefail
failed=0
verify() {
  local source
  case "\${1##*/}" in
${images.map(({ source, file }) => `    ${file}) source=${source} ;;\n`).join('')}    *) return 0 ;; # a package, or an image of others
  esac
  IMAGE=$source@$2
${login}  if cosign verify "$IMAGE" \\
    --certificate-oidc-issuer ${by.issuer} \\
    --certificate-identity-regexp '${by.identity}' < /dev/null > /dev/null
  then echo "signed: $IMAGE"; else echo "not signed: $IMAGE, in $1" >&2; return 1; fi
}
while IFS= read -r file; do
  digest=$(grep -oE 'sha256:[0-9a-f]{64}' "$file") || { echo "$file holds no digest" >&2; failed=1; continue; }
  if [[ "$digest" =~ ^sha256:0+$ ]]; then continue; fi
  verify "$file" "$digest" || failed=1
done < <(find terraform/environments -name 'release-*.auto.tfvars' -not -path '*/.terraform/*' | sort)
exit "$failed"
`;
}
