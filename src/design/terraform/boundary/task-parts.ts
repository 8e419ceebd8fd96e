import { fargateSize } from '../../fargate-size.ts';
import { block, type Part, resource } from '../../hcl/items.ts';
import { type HclMap, raw, template } from '../../hcl/value.ts';
import { identifier, lastingName, workloadName } from '../../names.ts';
import { nameHere } from '../../regional-names.ts';
import type { Job, Service } from '../../workload.ts';
import { call, groups } from '../call.ts';
import { eventBridgeCron } from '../cron.ts';
import type { Place } from '../part.ts';
import { balancerLabel } from './edge.ts';
import { held, heldUnlessWarm } from './held.ts';
import { movedResource } from './moved.ts';
import { pinned } from './releases.ts';
import { addressArn, secretArns, statementsOf, targetsOf } from './rights.ts';
import { topRecord } from './top-record.ts';

/** A service or job on Fargate. */
export function taskParts(place: Place, one: Service | Job): Part[] {
  const settings = one.kind === 'service' ? serviceOf(place, one) : { ...jobOf(one), ...held(place) };
  const module = one.kind === 'service' ? 'ecs-service' : 'ecs-job';
  const parts = groups(shared(place, one), settings, { tags: one.tags });
  return [
    call(place, identifier(one.name), module, parts),
    ...(one.kind === 'service' ? recordParts(place, one) : []),
  ];
}

function shared(place: Place, one: Service | Job): HclMap {
  const { environment } = place;
  const arns = secretArns(place, one);
  const addresses = one.secrets.map((secret) => addressArn(place, secret));
  const secrets = one.secrets.flatMap(({ properties }, at) =>
    Object.entries(properties).map(([key, name]) => {
      const arn = (key === 'host' && addresses[at]) || arns[at]!;
      return [name, template(`\${${arn.text}}:${key}::`)] as const;
    }),
  );
  const egress = one.egress
    .filter(({ port }) => port !== 443)
    .flatMap(({ host, port, cidrs }) =>
      (cidrs.length > 0 ? cidrs : ['0.0.0.0/0']).map((cidr) => ({ description: host, port, cidr })),
    );
  return {
    name: workloadName(environment, one.name, one.kind),
    container: lastingName(one),
    image: pinned(one, one.image),
    ...(one.command.length > 0 ? { command: one.command } : {}),
    ...fargateSize(one),
    environment: one.variables,
    ...(arns.length > 0
      ? {
          secrets: Object.fromEntries(secrets),
          secret_arns: [...arns, ...addresses.filter((arn) => arn !== undefined)],
        }
      : {}),
    secrets_kms_key_arn: place.read('platform', 'secrets_key_arn'),
    statements: statementsOf(place, one),
    region: raw('local.region'),
    cluster_arn: place.read('platform', 'cluster_arn'),
    vpc_id: place.read('network', 'vpc_id'),
    subnet_ids: place.read('network', 'private_subnet_ids'),
    targets: targetsOf(place, one),
    ...(egress.length > 0 ? { egress } : {}),
    spot: one.spot,
    logs_kms_key_arn: place.read('platform', 'logs_key_arn'),
    log_retention_days: environment.logRetentionDays,
  };
}

function serviceOf(place: Place, one: Service): HclMap {
  return {
    cluster_name: place.read('platform', 'cluster_name'),
    namespace_id: place.read('platform', 'namespace_id'),
    events_log_group_arn: place.read('platform', 'events_log_group_arn'),
    port: one.port,
    protocol: one.protocol,
    health_path: one.health.ready,
    start_seconds: one.health.startSeconds,
    grace_seconds: one.graceSeconds,
    min: one.scale.min,
    max: one.scale.max,
    cpu_target: one.scale.cpu,
    ...heldUnlessWarm(place),
    ...exposed(place, one),
  };
}

function exposed(place: Place, one: Service): HclMap {
  const { services, dns } = place.environment;
  if (!one.expose || dns.zone === undefined) return {};
  const { host, path, public: open } = one.expose;
  const label = balancerLabel(!open);
  return {
    expose: {
      host,
      path,
      // longer paths of a host are asked first
      priority: services.indexOf(one) + 1 + Math.max(0, 10_000 - path.length * 100),
      listener_arn: place.read('platform', `${label}_listener_arn`),
      security_group_id: place.read('platform', `${label}_security_group_id`),
    },
  };
}

/** The name in public, which stays while what it leads to gets another. */
function recordParts(place: Place, one: Service): Part[] {
  const part = record(place, one);
  return part === undefined ? [] : [part, movedResource('aws_route53_record', one)];
}

function record(place: Place, { name, expose }: Service): Part {
  const { architecture, environment } = place;
  const first = environment.services.find((one) => one.expose?.host === expose?.host);
  if (!expose || environment.dns.zone === undefined || first?.name !== name) return undefined;
  if (architecture.platform.edge === 'cloudfront' && expose.public) return undefined;
  const label = balancerLabel(!expose.public);
  const top = topRecord(place, expose.host);
  return resource(
    'aws_route53_record',
    identifier(name),
    { zone_id: place.read('platform', 'zone_id'), name: nameHere(environment, expose.host), type: 'A' },
    top && { set_identifier: environment.region, ...top.counts },
    top && block('weighted_routing_policy', [], { weight: top.weight }),
    block('alias', [], {
      name: place.read('platform', `${label}_dns_name`),
      zone_id: place.read('platform', `${label}_zone_id`),
      // targets that fail for a moment must not lead requests to a region that is not in use
      evaluate_target_health: top === undefined,
    }),
  );
}

function jobOf({ schedule, retries }: Job): HclMap {
  return {
    account_id: raw('local.account_id'),
    ...(schedule === undefined ? {} : { schedule: eventBridgeCron(schedule) }),
    retries,
  };
}
