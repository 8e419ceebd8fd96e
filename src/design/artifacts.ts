import type { Environment } from './environment.ts';
import { nameIn } from './names.ts';

/** The bucket that packages of functions are put into. */
export function artifactsBucket(environment: Environment): string {
  return `${nameIn(environment, environment.system, 'artifacts')}-${environment.account}`;
}

/** Whether there are any. */
export function hasPackages({ functions }: Pick<Environment, 'functions'>): boolean {
  return functions.some(({ runtime }) => runtime !== 'image');
}
