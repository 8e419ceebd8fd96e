import { block, comment, type Part, resource } from '../../hcl/items.ts';
import { type HclMap, raw } from '../../hcl/value.ts';
import { nameIn } from '../../names.ts';
import type { Network } from '../../network.ts';
import { call, groups } from '../call.ts';
import type { BoundaryPart, Output, Place } from '../part.ts';
import { connections } from './connections.ts';

/** Addresses, routes and names inside the network. */
export function networkBoundary(place: Place): BoundaryPart {
  const { environment } = place;
  const { system } = environment;
  const name = nameIn(environment, system, 'network');
  const linked = connections(place);
  return {
    files: {
      'network.tf': [
        call(
          place,
          'network_logs_key',
          'kms-key',
          groups({
            name: nameIn(environment, system, 'network-logs-key'),
            description: `Flow logs of ${name}`,
            account_id: raw('local.account_id'),
            log_groups: { region: raw('local.region') },
          }),
        ),
        networkCall(place, name),
        privateZone(place),
      ],
      'connections.tf': linked.parts,
    },
    inputs: linked.inputs,
    outputs: networkOutputs(place),
    aliases: [],
  };
}

/** The VPC of an environment, or of its recovery site. */
export function networkCall(
  place: Place,
  name: string,
  logsKey = 'network_logs_key',
  network = place.environment.network,
  /** what is there only when the network is in use */
  ways: HclMap = {
    nat: network.nat,
    ...(network.endpoints.interface.length > 0 ? { interface_endpoints: network.endpoints.interface } : {}),
  },
) {
  // of a recovery site, the cluster is that of the standby
  const { cluster } = place.state.inRecovery ? place.environment.standby! : place.environment;
  const found =
    cluster && place.architecture.platform.nodes === 'karpenter'
      ? { 'karpenter.sh/discovery': cluster.name }
      : {};
  const called = call(
    place,
    'network',
    'network',
    groups(
      {
        name,
        account_id: raw('local.account_id'),
        region: raw('local.region'),
        cidr: network.cidr,
        nat: ways['nat'],
      },
      {
        gateway_endpoints: network.endpoints.gateway,
        interface_endpoints: ways['interface_endpoints'],
        flow_log_retention_days: network.flowLogRetentionDays,
        kms_key_arn: raw(`module.${logsKey}.arn`),
      },
      cluster && {
        public_subnet_tags: { 'kubernetes.io/role/elb': '1' },
        private_subnet_tags: { 'kubernetes.io/role/internal-elb': '1', ...found },
      },
      {
        zones: network.zones.map((one) => ({
          zone: one.zone,
          private_cidr: one.privateCidr,
          public_cidr: one.publicCidr,
          data_cidr: one.dataCidr,
          control_cidr: one.controlCidr,
        })),
      },
    ),
  );
  // where there is none yet, nothing is found that would have to be excused
  return [ways['nat'] === network.nat && singleNat(place, network), called];
}

/** Production with one way out was decided: whoever judges it is told why, where it is asked for. */
function singleNat({ architecture, environment }: Place, { nat, zones }: Network): Part {
  if (!environment.production || nat !== 'single' || zones.length < 2) return undefined;
  const decision = architecture.decisions.find(({ id }) => id === 'nat');
  return comment(`plinth:ignore aws/nat-gateway-single-zone ${decision?.why[0] ?? 'it was decided'}`);
}

/** On ECS, the namespace of Cloud Map makes the zone, and two of one name would hide each other. */
export function privateZone({ architecture, environment }: Place): Part {
  if (architecture.platform.compute === 'ecs') return undefined;
  return [
    comment('Names that only this network answers.'),
    resource(
      'aws_route53_zone',
      'private',
      { name: environment.dns.privateZone, comment: `Inside of ${environment.name}` },
      block('vpc', [], { vpc_id: raw('module.network.vpc_id') }),
    ),
  ];
}

/** What other roots read of a network. */
export function networkOutputs({ architecture }: Place): Output[] {
  const subnets = (kind: string, used: string): Output => ({
    name: `${kind}_subnet_ids`,
    description: `Subnets for ${used}.`,
    value: raw(`module.network.${kind}_subnet_ids`),
    example: [`subnet-${kind}0a`, `subnet-${kind}0b`],
  });
  return [
    {
      name: 'vpc_id',
      description: 'The network.',
      value: raw('module.network.vpc_id'),
      example: 'vpc-0a1b2c3d4e5f67890',
    },
    {
      name: 'vpc_cidr',
      description: 'Addresses of the network.',
      value: raw('module.network.cidr'),
      example: '10.0.0.0/16',
    },
    subnets('public', 'load balancers'),
    subnets('private', 'what computes'),
    subnets('data', 'databases and caches'),
    subnets('control', 'the control plane and endpoints'),
    ...(architecture.platform.compute === 'ecs'
      ? []
      : [
          {
            name: 'private_zone_id',
            description: 'The zone of names inside the network.',
            value: raw('aws_route53_zone.private.zone_id'),
            example: 'Z0123456789ABCDEFGHIJ',
          },
        ]),
  ];
}
