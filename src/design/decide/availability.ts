import type { Complaint } from '../../blueprint/complaint.ts';
import type { Facts } from './decided.ts';
import { minutes } from './nat.ts';

/** The highest objective that zones can hold. Source: the SLAs of EC2 (one instance 99.5, a region 99.99) and of ELB 99.99. */
const mostByZones: Readonly<Record<number, number>> = { 1: 99.5, 2: 99.95, 3: 99.99, 4: 99.99 };

/** Objectives that the zones and replicas asked for cannot hold, in production. */
export function checkAvailability({ blueprint, main }: Facts): Complaint[] {
  if (!main.production) return [];
  const most = mostByZones[main.zones]!;
  return blueprint.services.flatMap(({ name, slo, scale }): Complaint[] => {
    const asked = slo.availability;
    if (asked === undefined) return [];
    const path = ['services', name, 'slo', 'availability'];
    if (asked > most && !(main.zones >= 3 && main.recoveryRegion !== undefined))
      return [
        {
          path,
          message: `${asked} % allows ${minutes(asked)} minutes a month, and ${main.zones === 1 ? 'one zone' : `${main.zones} zones`} of one region can be relied on for ${most} %: ${main.zones < 3 ? `set environments.${main.name}.zones to 3` : 'add a recoveryRegion'}, or lower the objective`,
        },
      ];
    return asked >= 99.9 && scale.min < 2
      ? [
          {
            path,
            message: `${name} has one replica, which is away whenever its node is replaced, and ${asked} % allows ${minutes(asked)} minutes a month: set scale.min to 2 or more`,
          },
        ]
      : [];
  });
}
