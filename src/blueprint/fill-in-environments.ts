import { zonesOf } from '../../data/aws/zones.ts';
import type { EnvironmentAsked } from './blueprint.ts';
import type { WrittenBlueprint } from './schema.ts';

const productionName = /^(prod|production|live|prd)([-_].*)?$/;

/** Environments with their defaults, production last, and of several that which is called so: the order in which a change reaches them. */
export function fillInEnvironments({ account, region, environments }: WrittenBlueprint): EnvironmentAsked[] {
  const written = Object.entries(environments ?? { production: {} });
  const filled = written.map(([name, one]): EnvironmentAsked => {
    const production = one.production ?? productionName.test(name);
    const where = one.region ?? region ?? 'eu-west-1';
    return {
      name,
      // its absence is told by validation
      account: one.account ?? account ?? '',
      region: where,
      ...(one.recoveryRegion === undefined ? {} : { recoveryRegion: one.recoveryRegion }),
      zones: one.zones ?? Math.min(production ? 3 : 2, zonesOf(where).length),
      ...(one.cidr === undefined ? {} : { cidr: one.cidr }),
      production,
      size: one.size ?? (production ? 1 : 0.5),
      approvals: one.approvals ?? (production ? 1 : 0),
      ...(one.schedule === undefined ? {} : { schedule: one.schedule }),
      timezone: one.timezone ?? 'UTC',
    };
  });
  const rank = ({ name, production }: EnvironmentAsked) =>
    production ? (productionName.test(name) ? 2 : 1) : 0;
  return filled.sort((one, other) => rank(one) - rank(other));
}
