import type { Environment, RecoverySite } from '../../environment.ts';
import { comment, data } from '../../hcl/items.ts';
import { type HclMap, raw } from '../../hcl/value.ts';
import { nameIn } from '../../names.ts';
import { call } from '../call.ts';
import type { BoundaryPart, Input, Output, Place } from '../part.ts';
import { connections } from './connections.ts';
import { watchThere } from './guard-parts.ts';
import { networkCall, networkOutputs, privateZone } from './network.ts';
import { recoveryAlarmParts } from './objective-alarms.ts';
import { copiesOf, copyOutputs } from './recovery-data.ts';
import { switchParts } from './switch.ts';
import { told } from './told.ts';
import { topSwitch } from './top-record.ts';

/**
 * What stands ready in the other region. It reads no other state: it has to be within reach when their region is not,
 * so what it follows is known by its name.
 */
export function recoveryBoundary(place: Place): BoundaryPart {
  const { architecture, environment } = place;
  const { standby, recovery } = environment;
  const name = (part: string) => nameIn(environment, environment.system, part);
  const linked = connections(place, recovery!.network);
  const copies = copiesOf(place);
  const watch = watchThere(place);
  const top = topSwitch(place);
  const tells = copies.length > 0 || watch.length > 0;
  const account = { account_id: raw('local.account_id') };
  return {
    files: {
      'keys.tf': [
        tells &&
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
        comment('Made in this region by the roots of the other one, for copies of secrets and of data.'),
        data('aws_kms_key', 'copies', { key_id: `alias/${name('platform-key')}` }),
        data('aws_kms_key', 'data', { key_id: `alias/${name('data-key')}` }),
      ],
      'network.tf': [
        comment('Addresses overlap nothing in the other region: both may stand, and be connected.'),
        networkCall(place, name('recovery'), 'logs_key', recovery!.network, waysOf(recovery!)),
        privateZone({ ...place, environment: standby! }),
      ],
      'connections.tf': linked.parts,
      'alarms.tf': tells
        ? [
            call(place, 'alarms', 'alarm-topic', {
              name: name('recovery-alarms'),
              ...account,
              kms_key_arn: raw('module.data_key.arn'),
              emails: [architecture.owner.email],
            }),
          ]
        : [],
      'guard.tf': watch,
      'data.tf': [copies, recoveryAlarmParts(place)].flat(),
      'names.tf': [...switchParts(place), ...top.parts],
    },
    inputs: [active(environment), ...linked.inputs],
    outputs: [...networkOutputs(place), ...outputsOf(place), ...copyOutputs(environment), ...top.outputs],
    aliases: [],
  };
}

/** The one thing that brings the site up. */
function active({ name, region }: Environment): Input {
  return {
    name: 'active',
    description: `Whether ${name} runs here, because ${region} was lost: databases take the place of those that they follow, and names lead here. It cannot be taken back by setting it to false: docs/disaster-recovery.md says how to return.`,
    type: 'bool',
    default: false,
  };
}

/** Ways out cost by the hour: where nothing stands but backups, they come with what needs them. */
function waysOf({ network: { nat, endpoints }, strategy }: RecoverySite): HclMap {
  const used = endpoints.interface;
  if (strategy !== 'backup-restore')
    return { nat, ...(used.length > 0 ? { interface_endpoints: used } : {}) };
  const list = used.map((one) => JSON.stringify(one)).join(', ');
  return {
    nat: nat === 'none' ? nat : raw(`var.active ? ${JSON.stringify(nat)} : "none"`),
    ...(used.length > 0 ? { interface_endpoints: raw(`var.active ? [${list}] : []`) } : {}),
  };
}

function outputsOf({ environment }: Place): Output[] {
  const { account, dns, recovery } = environment;
  const key = `arn:aws:kms:${recovery!.region}:${account}:key/00000000-0000-0000-0000-000000000000`;
  return [
    told('active', 'Whether the site is in use.', 'var.active', false),
    told('copies_key_arn', 'The key of copies of secrets.', 'data.aws_kms_key.copies.arn', key),
    told('data_key_arn', 'The key of data.', 'data.aws_kms_key.data.arn', key),
    ...(dns.zone === undefined
      ? []
      : [
          told(
            'zone_id',
            'The public zone.',
            'data.aws_route53_zone.public.zone_id',
            'Z0123456789ABCDEFGHIJ',
          ),
        ]),
  ];
}
