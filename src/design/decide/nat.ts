import { hourly, hoursAMonth, regionFactor } from '../../../data/prices/aws.ts';
import type { Compute } from './compute.ts';
import type { Decided, Facts } from './decided.ts';

/** How private subnets of the main environment reach the internet; other environments have at most one gateway. */
export function decideNat(
  { blueprint, main, objective, regulated }: Facts,
  compute: Compute,
): Decided<'none' | 'single' | 'per-zone'> {
  const { decisions, services, functions, jobs, datastores } = blueprint;
  const inside = new Set(
    datastores.filter(({ type }) => ['postgres', 'mysql', 'redis'].includes(type)).map(({ name }) => name),
  );
  const needed =
    (compute !== 'lambda' && services.length + jobs.length > 0) ||
    functions.some(({ needs, egress }) => egress.length > 0 && needs.some((need) => inside.has(need)));
  const one = Math.round(hourly.natGateway * hoursAMonth * regionFactor(main.region));
  const decided = !needed
    ? 'none'
    : objective >= 99.9 && main.production && (regulated || objective > 99.9)
      ? 'per-zone'
      : 'single';
  const choice = decisions.nat ?? decided;
  return {
    choice,
    complaints:
      choice === 'none' && needed && decisions.nat
        ? [
            {
              path: ['decisions', 'nat'],
              message:
                'without NAT nodes cannot fetch images from outside of AWS, nor workloads call anything there: take single or per-zone',
            },
          ]
        : choice === 'single' && objective > 99.95
          ? [
              {
                path: ['decisions', 'nat'],
                message: `one NAT gateway fails with its zone, and ${objective} % a month allows ${minutes(objective)} minutes: take per-zone`,
              },
            ]
          : [],
    decision: {
      id: 'nat',
      title: 'How private subnets reach the internet',
      context: [`${main.name} uses ${main.zones} zones, and its highest objective is ${objective} %.`],
      options: [
        { name: 'none', summary: 'No way out: only services of AWS, through endpoints.', monthlyUsd: 0 },
        {
          name: 'single',
          summary:
            'One gateway for all zones: if its zone fails, nothing calls out; traffic between zones is charged.',
          monthlyUsd: one,
        },
        {
          name: 'per-zone',
          summary: 'A gateway in each zone: zones fail alone.',
          monthlyUsd: one * main.zones,
        },
      ],
      choice,
      why: [
        choice === 'per-zone'
          ? 'A zone that fails must not take the others with it.'
          : choice === 'single'
            ? `Losing calls to the outside while a zone is down stays within the objective, and saves ${one * (main.zones - 1)} dollars a month.`
            : 'Nothing in the network calls the internet.',
      ],
      consequences: [
        'Environments other than production have at most one gateway.',
        'Traffic to S3 and DynamoDB takes gateway endpoints and costs nothing.',
      ],
      wouldChange: ['An objective above 99.9 % or an audited system in production leads to per-zone.'],
      key: 'decisions.nat',
      asked: decisions.nat !== undefined,
    },
  };
}

/** Minutes in 30 days that an objective allows to be away. */
export function minutes(objective: number): number {
  return Math.round(30 * 24 * 60 * (1 - objective / 100) * 10) / 10;
}
