import { instances } from '../../../data/prices/aws.ts';
import type { Environment } from '../environment.ts';
import { shell, table } from './markdown.ts';

interface Quota {
  readonly what: string;
  readonly needed: number;
  readonly service: string;
  readonly code: string;
  /** what an account has until it asks for more; new accounts may have less */
  readonly usual: number;
}

/**
 * What environments may need at their largest, against what an account has.
 * Codes and usual values: https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html
 */
export function quotaTable(asked: readonly Environment[]): string {
  const environments = asked.flatMap((one) => (one.standby ? [one, one.standby] : [one]));
  const places = [...new Set(environments.map(placeOf))];
  const rows = places.flatMap((place) => {
    const here = environments.filter((one) => placeOf(one) === place);
    const all = here.map(quotasOf);
    return all[0]!.flatMap(({ what, service, code, usual }, at): string[][] => {
      const needed = all.reduce((sum, quotas) => sum + quotas[at]!.needed, 0);
      return needed === 0
        ? []
        : [
            [
              `${place} (${here.map(({ name }) => name).join(', ')})`,
              what,
              String(needed),
              needed > usual ? `**${usual}**: ask for more` : String(usual),
              `\`${service}\` \`${code}\``,
            ],
          ];
    });
  });
  const { region } = asked.at(-1)!;
  const [first] = asked.flatMap(quotasOf).filter(({ needed, usual }) => needed > usual);
  const { service, code } = first ?? asked.flatMap(quotasOf).find(({ needed }) => needed > 0)!;
  const standby = environments.find(({ standsFor }) => standsFor !== undefined);
  const there =
    standby === undefined
      ? ''
      : `\nThose of ${standby.name} are needed on the day that ${asked.find(({ name }) => name === standby.standsFor)!.region} is lost, when many ask at once: have them raised before.\n`;
  return `${table(['account and region', 'quota', 'needed at most', 'usual', 'code'], rows)}${there}
What an account has is told, for each code, by

${shell(`aws service-quotas get-service-quota --region ${region} --service-code ${service} --quota-code ${code} --query Quota.Value`)}`;
}

/** Quotas are those of an account in a region; environments may share them. */
function placeOf({ account, region }: Environment): string {
  return `${account} ${region}`;
}

function quotasOf({ network, cluster, services, datastores, functions }: Environment): readonly Quota[] {
  const gateways = network.nat === 'none' ? 0 : network.nat === 'single' ? 1 : network.zones.length;
  const vcpus = (capacity: 'on-demand' | 'spot') =>
    (cluster?.nodePools ?? [])
      .filter((pool) => pool.capacity === capacity)
      .reduce(
        (sum, { max, instanceTypes: [type] }) =>
          sum + (max * (instances[type as keyof typeof instances]?.cpuMilli ?? 4000)) / 1000,
        0,
      );
  const tasks = cluster
    ? 0
    : Math.ceil(
        services.reduce((sum, { scale, requests }) => sum + (scale.max * requests.cpuMilli) / 1000, 0),
      );
  return [
    { what: 'networks (VPCs) in the region', needed: 1, service: 'vpc', code: 'L-F678F1CE', usual: 5 },
    {
      what: 'public addresses (Elastic IPs), one a NAT gateway',
      needed: gateways,
      service: 'ec2',
      code: 'L-0263D0A3',
      usual: 5,
    },
    {
      what: 'vCPUs of nodes, on demand',
      needed: vcpus('on-demand'),
      service: 'ec2',
      code: 'L-1216C47A',
      usual: 5,
    },
    { what: 'vCPUs of nodes, spot', needed: vcpus('spot'), service: 'ec2', code: 'L-34B43A08', usual: 5 },
    { what: 'vCPUs of Fargate', needed: tasks, service: 'fargate', code: 'L-3032A538', usual: 6 },
    {
      what: 'databases of RDS',
      needed: datastores.filter((one) => 'instanceClass' in one && one.hosting === 'managed').length,
      service: 'rds',
      code: 'L-7B6409FD',
      usual: 40,
    },
    {
      what: 'functions that run at once, as far as they are limited',
      needed: functions.reduce((sum, { concurrency = 0 }) => sum + concurrency, 0),
      service: 'lambda',
      code: 'L-B99A9384',
      usual: 1000,
    },
  ];
}
