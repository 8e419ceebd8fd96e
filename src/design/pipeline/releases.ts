import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import { unitsOf } from '../kubernetes/units.ts';
import { isOfOthers } from '../public-images.ts';
import { bareImage, releasedByTerraform, releaseFile } from '../release-files.ts';

/** What is released by its digest: an image, or the package of a function. */
export interface Released {
  readonly name: string;
  /** without tag and digest; absent where it is a package */
  readonly image?: string;
  /** what says in an environment which version runs: a path with `ENV` in it, or a file beside each root: `ROOT/…` */
  readonly file: string;
}

/** Everything that is released, in manifests or in Terraform. */
export function releasedOf(architecture: Architecture): readonly Released[] {
  const main = architecture.environments.at(-1)!;
  const file =
    architecture.delivery.packaging === 'helm' ? 'values-ENV.yaml' : 'overlays/ENV/kustomization.yaml';
  return [
    ...unitsOf(architecture).flatMap(({ name, image, folder }) =>
      image === undefined ? [] : [{ name, image: bareImage(image), file: `${folder}/${file}` }],
    ),
    ...releasedByTerraform(main).map((one) => ({
      name: one.name,
      ...(one.image === undefined ? {} : { image: one.image }),
      file: `ROOT/${releaseFile(one)}`,
    })),
  ];
}

/** Names of functions whose packages are built by pipelines. */
export function packagesOf({ environments }: Architecture): readonly string[] {
  return environments.at(-1)!.functions.flatMap(({ name, image }) => (image === undefined ? [name] : []));
}

/** Environments that Flux only follows by a branch of their own, which somebody has to move. */
export function followedByBranch({ delivery, environments }: Architecture): readonly Environment[] {
  return delivery.gitops === 'flux'
    ? environments.filter(({ cluster, approvals }) => cluster && approvals > 0)
    : [];
}

/** Images that pipelines build: those of functions as well, and none of others. */
export function imagesOf({ environments }: Architecture): readonly string[] {
  return [
    ...new Set(
      environments.flatMap(({ services, jobs, functions }) =>
        [...services, ...jobs, ...functions].flatMap(({ image }) =>
          image === undefined || isOfOthers(image) ? [] : [bareImage(image)],
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
