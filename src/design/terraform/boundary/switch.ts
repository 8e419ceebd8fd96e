import { comment, data, type Part, resource } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { identifier } from '../../names.ts';
import { nameHere, originOf } from '../../regional-names.ts';
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
  ];
}
