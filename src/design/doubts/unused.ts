import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';

/** Parts that nothing calls or fills: they cost, and do nothing. */
export function unusedParts(blueprint: Blueprint): Complaint[] {
  const { services, jobs, functions, datastores } = blueprint;
  const called = new Set([...services, ...jobs, ...functions].flatMap(({ needs }) => needs));
  const sources = new Set(functions.flatMap(({ on }) => [on.queue, on.topic, on.bucket, on.table]));
  const subscribed = new Set(datastores.flatMap(({ subscribers }) => subscribers));
  return [
    ...functions
      .filter(({ name, on }) => Object.values(on).every((one) => one === undefined) && !called.has(name))
      .map(({ name }) => ({
        path: ['functions', name],
        message: `nothing calls ${name}: say on what it is called (on), or let something need it`,
      })),
    ...services
      .filter(
        ({ name, expose, needs, egress }) =>
          !expose && !called.has(name) && needs.length + egress.length === 0,
      )
      .map(({ name }) => ({
        path: ['services', name],
        message: `nobody can call ${name}, and it calls nothing: expose it, let something need it, or take it out`,
      })),
    ...datastores
      .filter(
        ({ name, subscribers }) =>
          !called.has(name) && !sources.has(name) && !subscribed.has(name) && subscribers.length === 0,
      )
      .map(({ name, type }) => ({
        path: ['datastores', name],
        message: `nothing uses the ${type} ${name}, which is made and paid for all the same: let something need it, or take it out`,
      })),
  ];
}
