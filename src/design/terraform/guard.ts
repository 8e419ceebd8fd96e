import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';

/** Whether what an account has once is made by this environment: the first that is applied in it. */
export function firstOfAccount({ environments }: Architecture, { account, name }: Environment): boolean {
  return environments.find((one) => one.account === account)?.name === name;
}

/**
 * Whether an environment looks after its account (audit, defaults of the account): the last one in it, which is
 * production where production is in it.
 */
export function guardsAccount({ environments }: Architecture, { account, name }: Environment): boolean {
  return environments.findLast((one) => one.account === account)?.name === name;
}
