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

/** Whether an environment lets API Gateway write logs: a setting of a region of an account, for all that call functions there. */
export function writesApiLogs(
  { environments }: Architecture,
  { account, region, name }: Environment,
): boolean {
  const calls = ({ functions }: Environment) =>
    functions.some(({ triggers }) => triggers.some(({ kind }) => kind === 'http'));
  const all = environments.flatMap((one) => (one.standby ? [one, one.standby] : [one]));
  return all.find((one) => one.account === account && one.region === region && calls(one))?.name === name;
}
