import type { Environment } from '../../environment.ts';
import { comment, type Part, resource } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { identifier } from '../../names.ts';
import type { BoundaryPart, Output, Place } from '../part.ts';
import { isOurs, outputsOf } from './data.ts';
import { datastoreCall } from './datastore-call.ts';
import { hostedParts } from './hosted.ts';
import { moved } from './moved.ts';
import { dataAlarmParts } from './objective-alarms.ts';
import { copyOutputs, isKeptThere } from './recovery-data.ts';
import { told } from './told.ts';

/**
 * Data of a standby: what the recovery root keeps for it, and what is made anew because nothing of it is kept.
 * @param main the environment that it stands for
 */
export function standbyData(place: Place, main: Environment): BoundaryPart {
  const { datastores } = place.environment;
  const kept = main.datastores.filter((one) => isOurs(one) && isKeptThere(one)).map(({ name }) => name);
  const anew = datastores.filter((one) => isOurs(one) && !kept.includes(one.name));
  return {
    files: {
      'data.tf': [
        anew.length > 0 && comment('Nothing of these is kept in another region: they begin empty.'),
        anew.flatMap((one) => [...datastoreCall(place, one), moved(one)]),
      ],
      'hosted.tf': hostedParts(place, main),
      'clients.tf': clientsOf(place, kept),
      'data-alarms.tf': dataAlarmParts(place),
    },
    inputs: [],
    outputs: [
      told('data_key_arn', 'The key of data.', place.read('recovery', 'data_key_arn').text, ''),
      ...anew.flatMap((one) => outputsOf(place, one)),
      ...handedOn(place, copyOutputs(main)),
    ],
    aliases: [],
  };
}

/** What the recovery root tells of its own, under the same names. */
function handedOn(place: Place, outputs: readonly Output[]): Output[] {
  return outputs.map((one) => ({ ...one, value: place.read('recovery', one.name) }));
}

/** In a cluster all pods come from one group; elsewhere each task says for itself where it connects to. */
function clientsOf(place: Place, kept: readonly string[]): Part[] {
  const { datastores, cluster } = place.environment;
  if (!cluster) return [];
  return datastores
    .filter((one) => 'port' in one && one.usedBy.length > 0 && kept.includes(one.name))
    .map((one) =>
      resource('aws_vpc_security_group_ingress_rule', identifier(one.name), {
        security_group_id: place.read('recovery', `${identifier(one.name)}_security_group_id`),
        description: 'Connections from cluster',
        referenced_security_group_id: raw('module.cluster.security_group_id'),
        from_port: 'port' in one ? one.port : 0,
        to_port: 'port' in one ? one.port : 0,
        ip_protocol: 'tcp',
        tags: one.tags,
      }),
    );
}
