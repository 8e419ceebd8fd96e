import type { Environment } from '../../environment.ts';
import { block, comment, data, gap, type Part, resource } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { identifier } from '../../names.ts';
import { nameHere, nameInCluster, originOf, topsInCluster } from '../../regional-names.ts';
import type { Place } from '../part.ts';

/**
 * Names that people use, each leading to the region that is in use. A person decides that, and no health check does:
 * a region that comes back would take requests with data that is no longer the newest.
 */
export function switchParts({ architecture, environment }: Place): Part[] {
  const { dns, services, functions, standby } = environment;
  if (dns.zone === undefined) return [];
  const { edge, compute } = architecture.platform;
  const exposed = [
    ...services.flatMap(({ expose }) => expose ?? []),
    ...functions.flatMap(({ triggers }) =>
      triggers.flatMap((one) => (one.kind === 'http' ? [one.expose] : [])),
    ),
  ];
  const behindEdge = edge === 'cloudfront' && services.some(({ expose }) => expose?.public);
  const hosts = exposed
    .filter((one) => !(behindEdge && one.public && services.some(({ expose }) => expose === one)))
    .map(({ host }) => host);
  const all = [...new Set([...(behindEdge ? [originOf(environment)] : []), ...hosts])].filter(
    (host) => nameHere(environment, host) !== host,
  );
  return [
    data('aws_route53_zone', 'public', { name: dns.zone }),
    all.length > 0 &&
      comment(
        compute === 'eks'
          ? 'External-dns writes the names that each region is reached by; which one is used is said here, by a person.'
          : 'Each region has a name of its own; which one is used is said here, by a person.',
      ),
    all.map((host) =>
      resource('aws_route53_record', identifier(host), {
        zone_id: raw('data.aws_route53_zone.public.zone_id'),
        name: host,
        type: 'CNAME',
        ttl: 60,
        records: [
          raw(
            `var.active ? ${JSON.stringify(nameHere(standby!, host))} : ${JSON.stringify(nameHere(environment, host))}`,
          ),
        ],
      }),
    ),
    ...topsInCluster(architecture.platform, environment).flatMap((host) => topParts(environment, host)),
  ];
}

/** The top of a zone takes no CNAME, but an alias of another record of the zone, which has to be there. */
function topParts(environment: Environment, host: string): Part[] {
  const [there, here] = [environment.standby!, environment].map((one) =>
    JSON.stringify(nameInCluster(one, host)),
  );
  const zone_id = raw('data.aws_route53_zone.public.zone_id');
  return [
    comment(
      `${host} can only lead to names that are there. External-dns writes these, with all the weight, once something\nanswers; until then they lead nowhere, to an address that is kept for examples.`,
    ),
    resource(
      'aws_route53_record',
      'first',
      { for_each: raw(`toset([${here}, ${there}])`) },
      gap,
      {
        zone_id,
        name: raw('each.value'),
        type: 'A',
        ttl: 60,
        records: ['192.0.2.1'],
        set_identifier: 'first',
      },
      block('weighted_routing_policy', [], { weight: 0 }),
    ),
    resource(
      'aws_route53_record',
      'top',
      { zone_id, name: host, type: 'A' },
      block('alias', [], {
        zone_id,
        name: raw(`aws_route53_record.first[var.active ? ${there} : ${here}].name`),
        evaluate_target_health: false,
      }),
    ),
  ];
}
