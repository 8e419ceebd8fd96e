import type { Environment } from '../environment.ts';
import { bareImage, releasedByTerraform, releaseFile, rootsOfReleases } from '../release-files.ts';
import { type About, workloadsOf } from './about.ts';

/** Where the digest of a release is written for an environment. */
export interface ReleasePlace {
  readonly workload: string;
  /** without tag and digest; absent where it is a package */
  readonly image?: string;
  /** a file of this repository */
  readonly path: string;
}

/** The place of each version that an environment runs: an overlay, values of a chart, or a value of Terraform. */
export function releasePlaces({ written }: About, environment: Environment): readonly ReleasePlace[] {
  const [root] = rootsOfReleases(environment);
  const byTerraform = releasedByTerraform(environment);
  const here = written.find(new RegExp(`^(kubernetes|gitops)/.*\\b${environment.name}\\b`));
  return workloadsOf(environment).flatMap((one) => {
    const { name } = one;
    const image = 'image' in one && one.image !== undefined ? { image: bareImage(one.image) } : {};
    if (byTerraform.some((other) => other.name === name))
      return [{ workload: name, ...image, path: `${root}/${releaseFile(one)}` }];
    const inside = new RegExp(`/${name}/.*\\b${environment.name}\\b`);
    const path = here.find(
      (file) => inside.test(file) && /^\s*-? *digest: sha256:/m.test(written.text(file)),
    );
    return path === undefined ? [] : [{ workload: name, ...image, path }];
  });
}

/** What builds, scans and signs versions, for the pipelines of services to take in. */
export function buildFiles({ written }: Pick<About, 'written'>): readonly string[] {
  return written.find(/^\.(?:github\/workflows|gitlab)\/(?:image|package)\.ya?ml$/);
}
