import type { Blueprint } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';

/** What is promised where nothing says otherwise, in production. */
const usual = 99.9;

/** Objectives above those of what is called: whoever waits for an answer is away with who gives it. */
export function doubtfulObjectives({ services, functions, environments }: Blueprint): Complaint[] {
  if (!environments.some(({ production }) => production)) return [];
  const groups = { services, functions };
  const all = [...services, ...functions];
  return Object.entries(groups).flatMap(([group, ones]) =>
    ones.flatMap(({ name, slo, needs }): Complaint[] => {
      const asked = slo.availability;
      if (asked === undefined) return [];
      const below = all.filter((one) => needs.includes(one.name) && (one.slo.availability ?? usual) < asked);
      return below.map((one) => ({
        path: [group, name, 'slo', 'availability'],
        message: `${name} promises ${asked} % and calls ${one.name}, which promises ${one.slo.availability ?? `${usual} % by default`}${one.slo.availability === undefined ? '' : ' %'}: raise that of ${one.name}, lower this one, or let ${name} answer without it`,
      }));
    }),
  );
}
