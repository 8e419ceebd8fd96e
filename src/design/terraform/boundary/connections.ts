import { block, comment, type Part, resource } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { identifier, nameIn } from '../../names.ts';
import type { Peer, Vpn } from '../../network.ts';
import type { Input, Place } from '../part.ts';

/** Ways to other networks: peerings and the VPN. */
export function connections(
  place: Place,
  network = place.environment.network,
): {
  readonly parts: readonly Part[];
  readonly inputs: readonly Input[];
} {
  const { peers, vpn } = network;
  const peered = peers.map((peer) => peering(peer, place));
  const tunnel = vpn && tunnelOf(vpn, place);
  return {
    parts: [...peered.map(({ parts }) => parts), ...(tunnel ? [tunnel.parts] : [])],
    inputs: [...peered.flatMap(({ inputs }) => inputs), ...(tunnel?.inputs ?? [])],
  };
}

function peering({ name, cidr, account, vpc }: Peer, { environment }: Place) {
  const label = identifier(name);
  const elsewhere = account !== undefined && account !== environment.account;
  const asked: Input = {
    name: `${label}_vpc_id`,
    description: `Id of the VPC of ${name}.`,
    type: 'string',
    validation: {
      condition: `startswith(var.${label}_vpc_id, "vpc-")`,
      message: 'The id of a VPC begins with vpc-.',
    },
    example: 'vpc-0a1b2c3d4e5f67890',
  };
  const parts: Part[] = [
    elsewhere && comment(`Account ${account} has to accept it before anything passes.`),
    resource('aws_vpc_peering_connection', label, {
      vpc_id: raw('module.network.vpc_id'),
      peer_vpc_id: vpc ?? raw(`var.${asked.name}`),
      ...(elsewhere ? { peer_owner_id: account } : {}),
      auto_accept: !elsewhere,
      tags: { Name: nameIn(environment, name, 'peering') },
    }),
    resource('aws_route', label, {
      for_each: raw('module.network.route_table_ids'),
      route_table_id: raw('each.value'),
      destination_cidr_block: cidr,
      vpc_peering_connection_id: raw(`aws_vpc_peering_connection.${label}.id`),
    }),
  ];
  return { parts, inputs: vpc === undefined ? [asked] : [] };
}

function tunnelOf({ cidr, gateway }: Vpn, { environment }: Place) {
  const asked: Input = {
    name: 'vpn_gateway_address',
    description: 'Public address of the other end of the VPN.',
    type: 'string',
    validation: {
      condition: 'can(cidrhost("${var.vpn_gateway_address}/32", 0))',
      message: 'The address must be written as 203.0.113.10.',
    },
    example: '203.0.113.10',
  };
  const name = nameIn(environment, environment.system, 'vpn');
  const parts: Part[] = [
    resource('aws_customer_gateway', 'vpn', {
      // any private number will do: routes are static
      bgp_asn: '65000',
      ip_address: gateway ?? raw(`var.${asked.name}`),
      type: 'ipsec.1',
      tags: { Name: name },
    }),
    resource('aws_vpn_gateway', 'vpn', { vpc_id: raw('module.network.vpc_id'), tags: { Name: name } }),
    comment(
      'Two tunnels, so that AWS can maintain one of them; keys are made by AWS and read there by the other side.',
    ),
    resource('aws_vpn_connection', 'vpn', {
      vpn_gateway_id: raw('aws_vpn_gateway.vpn.id'),
      customer_gateway_id: raw('aws_customer_gateway.vpn.id'),
      type: 'ipsec.1',
      static_routes_only: true,
      tunnel1_ike_versions: ['ikev2'],
      tunnel2_ike_versions: ['ikev2'],
      tags: { Name: name },
    }),
    resource('aws_vpn_connection_route', 'vpn', {
      destination_cidr_block: cidr,
      vpn_connection_id: raw('aws_vpn_connection.vpn.id'),
    }),
    resource(
      'aws_route',
      'vpn',
      {
        for_each: raw('module.network.route_table_ids'),
        route_table_id: raw('each.value'),
        destination_cidr_block: cidr,
        gateway_id: raw('aws_vpn_gateway.vpn.id'),
      },
      block('timeouts', [], { create: '5m' }),
    ),
  ];
  return { parts, inputs: gateway === undefined ? [asked] : [] };
}
