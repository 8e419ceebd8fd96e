import { hourly, hoursAMonth, regionFactor, spotShareOfPrice } from '../../../data/prices/aws.ts';
import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import { scheduleOf } from '../resolve/schedule.ts';
import { type About, decisionLink, documentPaths } from './about.ts';
import { bullets, dollars } from './markdown.ts';
import { savedBy } from './office-hours-saved.ts';

/** Assumed. A year without upfront for what always runs: compute savings plans and reserved databases save about this much. */
const commitment = 0.27;

/** What would make it cheaper, with what it takes away. Only what is possible here. */
export function savings({ architecture, main }: About): string {
  const { environments, platform } = architecture;
  const other = environments.filter(({ production }) => !production);
  const items = [
    ...hoursOf(architecture, other),
    ...natOf(main, decisionLink(architecture, documentPaths.cost, 'nat')),
    ...spotOf(main, platform.spotShare),
    ...commitments(main),
    ...endpointsOf(main),
  ];
  return items.length === 0
    ? 'Nothing stands out: what runs is the least for what is asked.'
    : bullets(items);
}

function hoursOf(architecture: Architecture, environments: readonly Environment[]): string[] {
  const usual = scheduleOf('mon-fri 07:00-19:00', 'UTC')!;
  return environments
    .filter(({ schedule }) => schedule === undefined)
    .flatMap((environment) => {
      const { name } = environment;
      const saved = savedBy(architecture, environment, usual);
      return saved < 5
        ? []
        : [
            `${dollars(saved)}: run ${name} on weekdays from seven to seven only (\`environments.${name}.schedule: mon-fri 07:00-19:00\`); nobody can use it outside of those hours.`,
          ];
    });
}

function natOf({ network, zones, region }: Environment, why: string): string[] {
  if (network.nat !== 'per-zone') return [];
  const saved = (zones.length - 1) * hourly.natGateway * hoursAMonth * regionFactor(region);
  return [
    `${dollars(saved)}: one NAT gateway instead of one a zone (\`decisions.nat: single\`); a lost zone may then cut the others off (${why}).`,
  ];
}

function spotOf({ costs }: Environment, share: number): string[] {
  const steady = costs.filter(({ part }) => /^(nodes general|tasks )/.test(part));
  const sum = steady.reduce((all, { monthlyUsd }) => all + monthlyUsd, 0);
  const saved = sum * Math.max(0, 0.5 - share) * (1 - spotShareOfPrice);
  return saved < 5
    ? []
    : [
        `${dollars(saved)}: half of what computes on spot (\`decisions.spot: 0.5\`); AWS takes spot back with two minutes’ notice.`,
      ];
}

function commitments({ costs, name }: Environment): string[] {
  const steady = costs.filter(({ part }) => /^(nodes (system|general)|tasks |database |cache )/.test(part));
  const saved = commitment * steady.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0);
  return saved < 10
    ? []
    : [
        `${dollars(saved)}: commit for a year to what always runs in ${name} (savings plan for what computes, reservations for databases and caches). Wait until three months of bills show what that is; it is paid even if nobody uses it.`,
      ];
}

function endpointsOf({ network, region }: Environment): string[] {
  const { interface: services } = network.endpoints;
  const saved =
    services.length * network.zones.length * hourly.interfaceEndpoint * hoursAMonth * regionFactor(region);
  return services.length === 0 || network.nat === 'none'
    ? []
    : [
        `${dollars(saved)}: no interface endpoints; calls of AWS then leave through NAT, which auditors ask about, and which costs by the gigabyte.`,
      ];
}
