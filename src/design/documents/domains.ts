import type { Environment } from '../environment.ts';
import type { About } from './about.ts';
import { shell, table } from './markdown.ts';

/** Which zones answer for public names, and who has to point at them. */
export function delegations({ architecture, written }: About): string | undefined {
  const { domain, environments } = architecture;
  const zoned = environments.flatMap((one) =>
    one.dns.zone === undefined ? [] : [{ ...one, zone: one.dns.zone }],
  );
  if (domain === undefined || zoned.length === 0) return undefined;
  const byCode = written.find(/^terraform\/.*\.tf$/, /type\s+= "NS"/).length > 0;
  const parent = (zone: string) => {
    if (zone === domain) return `the registrar of \`${domain}\`, or whoever holds the zone above it`;
    const holder = zoned.find((one) => one.zone === domain);
    return holder
      ? `the zone \`${domain}\` of ${holder.name}${byCode ? ', by code' : ''}`
      : `whoever holds \`${domain}\``;
  };
  return `${table(
    ['zone', 'made by', 'account', 'delegated from'],
    zoned.map(({ zone, account, states }) => [
      `\`${zone}\``,
      `\`${edgeRoot({ states })}\``,
      account,
      parent(zone),
    ]),
  )}
${later(
  zoned.map(({ zone }) => zone),
  domain,
)}Certificates are issued once a zone is delegated: the first apply of each such root (\`${edgeRoot(zoned[0]!)}\` is the first) waits for that, up to 30 minutes. So delegate while it runs; what came too late is applied again. The names of its servers:

${shell(
  `ZONE=$(aws route53 list-hosted-zones-by-name --dns-name ${zoned[0]!.zone} --query 'HostedZones[?!Config.PrivateZone] | [0].Id' --output text)`,
  `aws route53 get-hosted-zone --id "$ZONE" --query DelegationSet.NameServers`,
)}`;
}

/** Zones below that of production come first: until that is there, somebody else points at them. */
function later(zones: readonly string[], domain: string): string {
  return zones.length > 1 && zones.at(-1) === domain
    ? `The zone \`${domain}\` is made last. Until it answers, whoever answers for \`${domain}\` today points at the others (an NS record each); those records move into it before it takes over.\n\n`
    : '';
}

/** The root that makes the public zone. */
export function edgeRoot({ states }: Pick<Environment, 'states'>): string {
  return states.find(({ name }) => name === 'platform' || name === 'all')!.path;
}
