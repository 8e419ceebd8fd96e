import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import { unitsOf } from '../kubernetes/units.ts';

/** Environments that run images in a cluster, in the order in which a version passes through them. */
export function releasedTo({ environments }: Architecture): readonly Environment[] {
  return environments.filter(({ cluster }) => cluster);
}

/** What is released by its digest: its name, the image that the blueprint names, and the folder of its manifests. */
export interface Released {
  readonly name: string;
  readonly image: string;
  readonly folder: string;
}

export function releasedOf(architecture: Architecture): readonly Released[] {
  return unitsOf(architecture).flatMap(({ name, image, folder }) =>
    image === undefined ? [] : [{ name, image: bare(image), folder }],
  );
}

/** Environments that Flux only follows by a branch of their own, which somebody has to move. */
export function followedByBranch({ delivery, environments }: Architecture): readonly Environment[] {
  return delivery.gitops === 'flux'
    ? environments.filter(({ cluster, approvals }) => cluster && approvals > 0)
    : [];
}

/** Images of functions and of services elsewhere as well. */
export function imagesOf({ environments }: Architecture): readonly string[] {
  return [
    ...new Set(
      environments.flatMap(({ services, jobs, functions }) =>
        [...services, ...jobs, ...functions].flatMap(({ image }) =>
          image === undefined ? [] : [bare(image)],
        ),
      ),
    ),
  ].sort();
}

/** Host of the registry that an image is in. */
export function registryOf(image: string): string {
  const [first = '', ...rest] = image.split('/');
  return rest.length > 0 && /[.:]|^localhost$/.test(first) ? first : 'docker.io';
}

/** The name of an image, without tag and digest. */
export function bare(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}

/**
 * Writes a digest into the manifests of one environment. Without a digest, the one that the environment before runs.
 * It is one line of one file, whether that is a kustomization or the values of a chart.
 */
export function setDigest(architecture: Architecture): string {
  const isHelm = architecture.delivery.packaging === 'helm';
  const file = isHelm ? 'values-$1.yaml' : 'overlays/$1/kustomization.yaml';
  const environments = releasedTo(architecture).map(({ name }) => name);
  const [first] = environments;
  return `#!/usr/bin/env bash
# set-digest.sh WORKLOAD ENVIRONMENT [DIGEST]: writes which image an environment runs, and tells the image.
# Without a digest, it is the one that the environment before runs: a version is promoted, never built again.
set -euo pipefail
workload=$1 environment=$2 digest=\${3:-}
case "$workload" in
${releasedOf(architecture)
  .map(({ name, image, folder }) => `  ${name}) folder=${folder} image=${image} ;;\n`)
  .join('')}  *) echo "no such workload: $workload" >&2; exit 1 ;;
esac
case "$environment" in
${environments.map((name, at) => `  ${name}) before=${environments[at - 1] ?? "''"} ;;\n`).join('')}  *) echo "no such environment: $environment" >&2; exit 1 ;;
esac
file_of() { echo "$folder/${file}"; }
digest_in() { grep -oE 'digest: sha256:[0-9a-f]{64}$' "$(file_of "$1")" | cut -d ' ' -f 2; }
if [ -z "$digest" ]; then
  if [ -z "$before" ]; then echo "${first} comes first, and has to be told a digest" >&2; exit 1; fi
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
sed -i -E "s/(digest: )sha256:[0-9a-f]{64}$/\\1$digest/" "$(file_of "$environment")"
echo "$image@$digest"
`;
}
