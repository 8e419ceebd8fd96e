import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import { connectionsOf, functionsOf } from '../decide/connections.ts';
import type { Environment } from '../environment.ts';

/** What an account allows all of its functions together. Source: docs.aws.amazon.com, Lambda quotas. */
const ofAccount = 1000;

/** Functions that nothing keeps from taking all connections of a database. */
export function doubtfulConnections(blueprint: Blueprint, environments: readonly Environment[]): Complaint[] {
  const main = environments.at(-1)!;
  return main.datastores.flatMap((one) => {
    const most = connectionsOf(one);
    if (most === undefined || most >= ofAccount) return [];
    return functionsOf(main, one.name)
      .filter(({ concurrency }) => concurrency === undefined)
      .map(({ name }) => {
        const part = (['functions', 'services', 'jobs'] as const).find((group) =>
          blueprint[group].some((asked) => asked.name === name),
        )!;
        return {
          path: [part, name],
          message: `as many of ${name} run at once as the account allows (${ofAccount} at first), each with a connection of its own, and ${one.name} takes about ${most}: ${part === 'functions' ? `set functions.${name}.concurrency` : 'take compute ecs, or limit them in what you add'}`,
        };
      });
  });
}
