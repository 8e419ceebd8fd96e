import type { Environment } from '../environment.ts';
import { type About, workloadsOf } from './about.ts';

/** Where the digest of a release is written for an environment. */
export interface ImagePlace {
  readonly workload: string;
  readonly image: string;
  /** a file of this repository; absent where it is a variable of a Terraform root */
  readonly path?: string;
  /** the root whose variable `images` it is in */
  readonly root?: string;
}

/** The place of each image in an environment: an overlay, values of a chart, or a variable. */
export function imagePlaces({ written }: About, environment: Environment): readonly ImagePlace[] {
  const root = environment.states.find(({ name }) => name === 'services' || name === 'all')!.path;
  return workloadsOf(environment).flatMap((one) => {
    if (!('image' in one) || one.image === undefined) return [];
    const inside = new RegExp(`^(kubernetes|gitops)/(.*/)?${one.name}/.*\\b${environment.name}\\b`);
    const path = written.find(inside, new RegExp(one.image.replaceAll('.', '\\.')))[0];
    return [{ workload: one.name, image: one.image, ...(path === undefined ? { root } : { path }) }];
  });
}
