import { comment, type Part, resource } from '../../hcl/items.ts';
import { type HclMap, raw } from '../../hcl/value.ts';
import { nameIn, tagsOf } from '../../names.ts';
import { isAtTop, weightHere } from '../../regional-names.ts';
import type { Output, Place } from '../part.ts';
import { told } from './told.ts';

/** What makes a record at the top of a zone one of two, a region each; nothing where it is the only one. */
export function topRecord(
  place: Place,
  host: string,
): { readonly weight: number; readonly counts: HclMap } | undefined {
  const { environment } = place;
  if (!isAtTop(environment, host)) return undefined;
  const counts: HclMap =
    environment.standsFor === undefined ? {} : { health_check_id: place.read('recovery', 'top_switch_id') };
  return { weight: weightHere(environment), counts };
}

/** What says whether the record of the recovery region counts; controllers in clusters write records without it. */
export function topSwitch(place: Place): {
  readonly parts: readonly Part[];
  readonly outputs: readonly Output[];
} {
  const { architecture, environment } = place;
  const { dns, services, functions, system } = environment;
  const { compute, edge } = architecture.platform;
  const hosts = [
    ...(compute === 'ecs' ? services : []).flatMap(({ expose }) =>
      expose && !(edge === 'cloudfront' && expose.public) ? [expose.host] : [],
    ),
    ...functions.flatMap(({ triggers }) =>
      triggers.flatMap((one) => (one.kind === 'http' ? [one.expose.host] : [])),
    ),
  ];
  if (dns.zone === undefined || !hosts.includes(dns.zone)) return { parts: [], outputs: [] };
  return {
    parts: [
      comment(
        `Asks nobody: a check that is off counts as healthy, and as unhealthy where it is inverted. So a person says whether ${dns.zone} leads here.`,
      ),
      resource('aws_route53_health_check', 'top', {
        type: 'HTTPS',
        fqdn: dns.zone,
        port: 443,
        disabled: true,
        invert_healthcheck: raw('!var.active'),
        tags: {
          ...tagsOf(environment, system, architecture.owner),
          Name: nameIn(environment, system, 'top'),
        },
      }),
    ],
    outputs: [
      told(
        'top_switch_id',
        'What says whether the name at the top of the zone leads here.',
        'aws_route53_health_check.top.id',
        '00000000-0000-0000-0000-000000000000',
      ),
    ],
  };
}
