import type { Environment } from './environment.ts';
import { identifier, lastingName } from './names.ts';

/** What runs without a cluster: which version of it does is a value of a Terraform root. */
export interface ReleasedByTerraform {
  readonly name: string;
  /** what it was called when it was first released: its file keeps that, and with it what runs */
  readonly formerly?: string;
  /** without tag and digest; absent where it is the package of a function */
  readonly image?: string;
}

type Named = Pick<ReleasedByTerraform, 'name' | 'formerly'>;

/** Tasks, and functions in any case. */
export function releasedByTerraform({
  cluster,
  services,
  jobs,
  functions,
}: Pick<Environment, 'cluster' | 'services' | 'jobs' | 'functions'>): readonly ReleasedByTerraform[] {
  return [...(cluster ? [] : [...services, ...jobs]), ...functions].map(({ name, formerly, image }) => ({
    name,
    ...(formerly === undefined ? {} : { formerly }),
    ...(image === undefined ? {} : { image: bareImage(image) }),
  }));
}

/** The name of an image, without tag and digest. */
export function bareImage(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[^/:]*$/, '');
}

/** The variable of a root that holds the digest of a version: one for each, so that releases do not meet in a line. */
export function digestVariable(one: Named): string {
  return `${identifier(lastingName(one))}_digest`;
}

/** The file beside a root that says which version of one workload it runs. */
export function releaseFile(one: Named): string {
  return `release-${lastingName(one)}.auto.tfvars`;
}

/** Folders of the roots that run what is released to an environment, that of its standby last. */
export function rootsOfReleases({ states }: Pick<Environment, 'states'>): readonly string[] {
  return states
    .filter(({ name }) => name === 'services' || name === 'all' || name === 'standby')
    .map(({ path }) => path);
}

/** Where the package of a function is, as Terraform tells it: its key is what is in it, so that none is ever overwritten. */
export function packageKey(one: Named): string {
  return `packages/\${trimprefix(var.${digestVariable(one)}, "sha256:")}.zip`;
}
