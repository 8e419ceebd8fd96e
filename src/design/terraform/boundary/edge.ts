import { block, comment, data, gap, type Part, resource } from '../../hcl/items.ts';
import { type HclMap, type HclValue, type Raw, raw, template } from '../../hcl/value.ts';
import { identifier, nameIn } from '../../names.ts';
import { type Balancer, balancersOf } from '../../observability/cloudwatch/entrance.ts';
import { nameHere, originOf } from '../../regional-names.ts';
import { call, groups } from '../call.ts';
import type { Output, Place } from '../part.ts';
import { certified } from './certified.ts';
import { hasRegionalFirewall } from './regional-firewall.ts';
import { told } from './told.ts';

/** Public names, certificates, rules, and what takes requests. */
export function edgeParts(place: Place): {
  readonly parts: readonly Part[];
  readonly outputs: readonly Output[];
} {
  const { architecture, environment } = place;
  const { dns, region, account } = environment;
  if (dns.zone === undefined) return { parts: [], outputs: [] };
  const { edge } = architecture.platform;
  const balancers = balancersOf(architecture, environment);
  const isOpen = balancers.some(({ internal }) => !internal);
  return {
    parts: [
      publicZone(place),
      call(place, 'certificate', 'certificate', {
        ...certified(environment),
        zone_id: zoneId(place),
      }),
      hasRegionalFirewall(architecture, environment) && firewall(place, 'firewall', 'REGIONAL'),
      edge === 'cloudfront' &&
        isOpen && [
          comment('Addresses of CloudFront: who comes past it would come past its rules.'),
          data('aws_ec2_managed_prefix_list', 'edge', {
            name: 'com.amazonaws.global.cloudfront.origin-facing',
          }),
        ],
      ...balancers.map((one) => balancer(place, one)),
      edge === 'cloudfront' && isOpen && origin(place),
      // CloudFront is in no region: it finds the one that is in use by the name of its origin
      edge === 'cloudfront' && environment.standsFor === undefined && distribution(place, isOpen),
    ],
    outputs: [
      told(
        'certificate_arn',
        'The certificate of public names.',
        'module.certificate.arn',
        `arn:aws:acm:${region}:${account}:certificate/00000000-0000-0000-0000-000000000000`,
      ),
      ...balancers.flatMap(({ internal }) => balancerOutputs(place, internal)),
    ],
  };
}

export function balancerLabel(internal: boolean): string {
  return internal ? 'internal' : 'public';
}

function firewall(place: Place, label: string, scope: string): Part {
  const { environment } = place;
  const logs = scope === 'REGIONAL' ? raw('module.logs_key.arn') : raw('module.edge_logs_key.arn');
  return call(
    place,
    label,
    'web-firewall',
    scope === 'CLOUDFRONT' && [{ providers: { aws: raw('aws.edge') } }, gap],
    groups({
      name: nameIn(environment, environment.system, label === 'firewall' ? 'waf' : 'edge-waf'),
      scope,
      // elsewhere they only count, so that what would be blocked is seen first
      blocking: environment.production,
      logs_kms_key_arn: logs,
      log_retention_days: environment.logRetentionDays,
    }),
  );
}

function balancer(place: Place, { name, internal }: Balancer): Part {
  const { environment, architecture } = place;
  const { account } = environment;
  return call(
    place,
    balancerLabel(internal),
    'load-balancer',
    groups(
      {
        name,
        account_id: raw('local.account_id'),
        internal,
        vpc_id: place.read('network', 'vpc_id'),
        subnet_ids: place.read('network', internal ? 'private_subnet_ids' : 'public_subnet_ids'),
        ...clients(place, internal),
        certificate_arn: raw('module.certificate.arn'),
      },
      {
        log_bucket_name: `${name}-logs-${account}`,
        log_retention_days: environment.logRetentionDays,
        ...(architecture.platform.edge === 'waf' && !internal
          ? { web_acl_arn: raw('module.firewall.arn'), has_web_acl: true }
          : {}),
        deletion_protection: environment.production,
      },
    ),
  );
}

/** Who may connect: whoever comes past CloudFront comes past its rules. */
function clients({ architecture, environment: { network } }: Place, internal: boolean): HclMap {
  const { peers, vpn, cidr } = network;
  if (internal) return { client_cidrs: [cidr, ...peers.map((one) => one.cidr), ...(vpn ? [vpn.cidr] : [])] };
  return architecture.platform.edge === 'cloudfront'
    ? {
        client_cidrs: [],
        has_client_prefix_list: true,
        client_prefix_list_id: raw('data.aws_ec2_managed_prefix_list.edge.id'),
      }
    : {};
}

function balancerOutputs({ environment: { region, account } }: Place, internal: boolean): Output[] {
  const label = balancerLabel(internal);
  const lb = `arn:aws:elasticloadbalancing:${region}:${account}:`;
  const of = (name: string, what: string, from: string, example: string) =>
    told(`${label}_${name}`, `${what} of the ${label} load balancer.`, `module.${label}.${from}`, example);
  return [
    of('listener_arn', 'Listener', 'listener_arn', `${lb}listener/app/lb/0123456789abcdef/0123456789abcdef`),
    of('security_group_id', 'Security group', 'security_group_id', 'sg-0a1b2c3d4e5f67890'),
    of('load_balancer', 'Name in metrics', 'arn_suffix', 'app/lb/0123456789abcdef'),
    of('dns_name', 'Address', 'dns_name', `lb.${region}.elb.amazonaws.com`),
    of('zone_id', 'Zone of the address', 'zone_id', 'Z0123456789ABCDEFGHIJ'),
  ];
}

function distribution(place: Place, hasBalancer: boolean): Part[] {
  const { environment } = place;
  const { services, system, account } = environment;
  const name = nameIn(environment, system, 'edge');
  // connections that are no requests have a load balancer of their own
  const behind = services.filter(({ expose, protocol }) => expose?.public && protocol !== 'tcp');
  const hosts = [...new Set(behind.map(({ expose }) => expose!.host))];
  if (hosts.length === 0) return [];
  const edge = { providers: { aws: raw('aws.edge') } };
  return [
    call(place, 'edge_certificate', 'certificate', edge, gap, {
      ...certified(environment),
      zone_id: zoneId(place),
    }),
    call(place, 'edge_logs_key', 'kms-key', edge, gap, {
      name: nameIn(environment, system, 'edge-logs-key'),
      description: `Logs of the edge of ${environment.name}`,
      account_id: raw('local.account_id'),
      log_groups: { region: 'us-east-1' },
    }),
    firewall(place, 'edge_firewall', 'CLOUDFRONT'),
    !hasBalancer &&
      comment(
        `The controller in the cluster makes the load balancer, and external-dns the name ${nameHere(environment, originOf(environment))} for it: no state has to know the other.`,
      ),
    call(place, 'edge', 'cdn', {
      name,
      account_id: raw('local.account_id'),
      hosts,
      ...(behind.some(({ protocol }) => protocol === 'grpc') ? { grpc: true } : {}),
      origin: originOf(environment),
      certificate_arn: raw('module.edge_certificate.arn'),
      web_acl_arn: raw('module.edge_firewall.arn'),
      log_bucket_name: `${name}-logs-${account}`,
      log_retention_days: environment.logRetentionDays,
    }),
    ...hosts.flatMap((host) =>
      (['A', 'AAAA'] as const).map((type) =>
        alias(
          place,
          identifier(type === 'A' ? `edge-${host}` : `edge-${host}-ipv6`),
          host,
          { name: raw('module.edge.domain_name'), zone_id: raw('module.edge.hosted_zone_id') },
          type,
        ),
      ),
    ),
  ];
}

function origin(place: Place): Part {
  const { environment } = place;
  return alias(place, 'origin', nameHere(environment, originOf(environment)), {
    name: raw('module.public.dns_name'),
    zone_id: raw('module.public.zone_id'),
  });
}

function alias(place: Place, label: string, name: string, to: HclMap, type: 'A' | 'AAAA' = 'A'): Part {
  return resource(
    'aws_route53_record',
    label,
    { zone_id: zoneId(place), name, type },
    block('alias', [], { ...to, evaluate_target_health: false }),
  );
}

/** The public zone, which a standby shares with the environment that it stands for. */
export function zoneId(place: Place): Raw {
  return place.environment.standsFor === undefined
    ? raw('aws_route53_zone.public.zone_id')
    : place.read('recovery', 'zone_id');
}

export function zoneArn(place: Place): HclValue {
  return place.environment.standsFor === undefined
    ? raw('aws_route53_zone.public.arn')
    : template(`arn:aws:route53:::hostedzone/\${${zoneId(place).text}}`);
}

/** The zone that public names are in. */
function publicZone({ environment }: Place): Part | undefined {
  const { zone } = environment.dns;
  return zone === undefined || environment.standsFor !== undefined
    ? undefined
    : resource('aws_route53_zone', 'public', { name: zone, comment: `Public names of ${environment.name}` });
}
