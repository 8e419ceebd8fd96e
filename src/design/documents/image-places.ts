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
  const here = written.find(new RegExp(`^(kubernetes|gitops)/.*\\b${environment.name}\\b`));
  return workloadsOf(environment).flatMap((one) => {
    if (!('image' in one) || one.image === undefined) return [];
    const { name, image } = one;
    const inside = new RegExp(`/${name}/.*\\b${environment.name}\\b`);
    const path = here.find((file) => inside.test(file) && written.text(file).includes(image));
    return [{ workload: name, image, ...(path === undefined ? { root } : { path }) }];
  });
}
