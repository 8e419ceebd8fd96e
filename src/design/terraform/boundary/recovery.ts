import type { RecoverySite } from '../../environment.ts';
import { comment, gap } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { nameIn } from '../../names.ts';
import type { Network } from '../../network.ts';
import { call, groups } from '../call.ts';
import type { BoundaryPart, Place } from '../part.ts';
import { connections } from './connections.ts';
import { networkCall } from './network.ts';
import { recoveryAlarmParts } from './objective-alarms.ts';
import { copiesOf } from './recovery-data.ts';

/**
 * What stands ready in the other region. It reads no other state: it has to be within reach when their region is not,
 * so what it follows is known by its name.
 */
export function recoveryBoundary(place: Place): BoundaryPart {
  const { architecture, environment } = place;
  const name = (part: string) => nameIn(environment, environment.system, part);
  const network = networkOf(environment.recovery!);
  const linked = connections(place, network);
  const copies = copiesOf(place);
  const account = { account_id: raw('local.account_id') };
  return {
    files: {
      'keys.tf': [
        copies.length > 0 &&
          call(place, 'data_key', 'kms-key', {
            name: name('recovery-key'),
            description: `Copies of data of ${environment.name}`,
            ...account,
            services: ['cloudwatch.amazonaws.com', 'events.amazonaws.com', 'sns.amazonaws.com'],
          }),
        call(place, 'logs_key', 'kms-key', {
          name: name('recovery-logs-key'),
          description: `Logs of the recovery site of ${environment.name}`,
          ...account,
          log_groups: { region: raw('local.region') },
        }),
      ],
      'network.tf': [
        comment('Addresses overlap nothing in the other region: both may stand, and be connected.'),
        networkCall(place, name('recovery'), 'logs_key', network),
      ],
      'connections.tf': linked.parts,
      'data.tf': [
        copies.length > 0 && [
          call(
            place,
            'alarms',
            'alarm-topic',
            groups({
              name: name('recovery-alarms'),
              ...account,
              kms_key_arn: raw('module.data_key.arn'),
              emails: [architecture.owner.email],
            }),
          ),
          gap,
        ],
        copies,
        recoveryAlarmParts(place),
      ].flatMap((parts) => (parts === false ? [] : parts)),
    },
    inputs: linked.inputs,
    outputs: [],
    aliases: [],
  };
}

/** Ways out cost by the hour: where nothing stands but backups, they come with what needs them. */
function networkOf({ network, strategy }: RecoverySite): Network {
  return strategy === 'backup-restore'
    ? { ...network, nat: 'none', endpoints: { ...network.endpoints, interface: [] } }
    : network;
}
