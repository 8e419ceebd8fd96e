import { gap, type Part } from '../../hcl/items.ts';
import { type HclMap, raw, template } from '../../hcl/value.ts';
import { identifier, lastingName, workloadName } from '../../names.ts';
import { nameHere } from '../../regional-names.ts';
import { packageKey } from '../../release-files.ts';
import type { FunctionHere, Trigger } from '../../workload.ts';
import { call, groups } from '../call.ts';
import { eventBridgeCron } from '../cron.ts';
import type { Place } from '../part.ts';
import { held } from './held.ts';
import { moved } from './moved.ts';
import { hasRegionalFirewall } from './regional-firewall.ts';
import { pinned } from './releases.ts';
import { addressArn, secretArns, statementsOf, targetsOf } from './rights.ts';
import { topRecord } from './top-record.ts';

/** A function, and the way from the internet to it. */
export function functionParts(place: Place, one: FunctionHere): Part[] {
  const { environment } = place;
  return [
    call(
      place,
      identifier(one.name),
      'function',
      groups(
        codeOf(place, one),
        { ...eventsOf(place, one.triggers), ...held(place) },
        {
          statements: statementsOf(place, one),
          ...networkOf(place, one),
          kms_key_arn: place.read('platform', 'secrets_key_arn'),
          logs_kms_key_arn: place.read('platform', 'logs_key_arn'),
          log_retention_days: environment.logRetentionDays,
          tags: one.tags,
        },
      ),
    ),
    ...one.triggers.flatMap((trigger) =>
      trigger.kind === 'http' ? [api(place, one, trigger), moved(one, '_api')] : [],
    ),
  ];
}

function codeOf(place: Place, one: FunctionHere): HclMap {
  const { environment } = place;
  const addresses = one.secrets.flatMap((secret) => addressArn(place, secret) ?? []);
  const arns = [...secretArns(place, one), ...addresses];
  const names = one.secrets.flatMap(({ name, remoteName, addressName }) => [
    [`${identifier(name).toUpperCase()}_SECRET`, remoteName],
    // whose host counts where it is set
    ...(addressName === undefined ? [] : [[`${identifier(name).toUpperCase()}_ADDRESS_SECRET`, addressName]]),
  ]);
  const code: HclMap =
    one.runtime === 'image'
      ? {
          image: pinned(one, one.image!),
          ...(one.command.length > 0 ? { command: one.command } : {}),
        }
      : {
          runtime: one.runtime,
          handler: one.handler,
          package: {
            bucket: place.read('platform', 'artifacts_bucket'),
            key: template(packageKey(one)),
          },
        };
  return {
    name: workloadName(environment, one.name, 'function'),
    account_id: raw('local.account_id'),
    description: `${one.name} of ${one.owner.name}`,
    ...code,
    memory_mb: one.memoryMb,
    timeout_seconds: one.timeoutSeconds,
    ...(one.concurrency === undefined ? {} : { concurrency: one.concurrency }),
    environment: {
      ...one.variables,
      ...Object.fromEntries(names),
      ...(one.webPort === undefined ? {} : { AWS_LWA_PORT: String(one.webPort) }),
    },
    ...(arns.length > 0
      ? { secret_arns: arns, secrets_kms_key_arn: place.read('platform', 'secrets_key_arn') }
      : {}),
  };
}

function networkOf(place: Place, one: FunctionHere): HclMap {
  if (!one.inNetwork) return {};
  return {
    network: {
      vpc_id: place.read('network', 'vpc_id'),
      subnet_ids: place.read('network', 'private_subnet_ids'),
    },
    targets: targetsOf(place, one),
  };
}

function eventsOf(place: Place, triggers: readonly Trigger[]): HclMap {
  const { datastores } = place.environment;
  // another key would be another connection, and what happens between the two is lost
  const lasting = (name: string) => lastingName(datastores.find((one) => one.name === name)!);
  const of = (kind: Trigger['kind'], value: (id: string, name: string) => HclMap[string]) => {
    const found = triggers.flatMap((one) =>
      one.kind === kind && 'datastore' in one
        ? [[lasting(one.datastore), value(identifier(one.datastore), one.datastore)]]
        : [],
    );
    return found.length === 0 ? undefined : Object.fromEntries(found);
  };
  const bucket = (name: string) => {
    const found = datastores.find((one) => one.name === name);
    return found?.type === 'bucket' ? found.bucketName : name;
  };
  const crons = triggers.flatMap((one) => (one.kind === 'schedule' ? [eventBridgeCron(one.cron)] : []));
  return {
    queues: of('queue', (id) => ({ arn: place.read('data', `${id}_arn`), concurrency: 10 })),
    topics: of('topic', (id) => place.read('data', `${id}_arn`)),
    buckets: of('bucket', (_, name) => bucket(name)),
    streams: of('table', (id) => place.read('data', `${id}_stream_arn`)),
    schedules:
      crons.length === 0 ? undefined : Object.fromEntries(crons.map((cron, at) => [`at-${at + 1}`, cron])),
  };
}

function api(place: Place, one: FunctionHere, { expose }: Extract<Trigger, { kind: 'http' }>): Part {
  const { architecture, environment } = place;
  if (environment.dns.zone === undefined) return undefined;
  const id = identifier(one.name);
  const record = nameHere(environment, expose.host);
  const others = namesakes(place, expose.host);
  const maker = others[0] === one.name || others.length < 2 ? undefined : others[0]!;
  const settings: HclMap = {
    name: workloadName(environment, one.name, 'api'),
    region: raw('local.region'),
    host: expose.host,
    ...(others.length > 1 ? { shares_host: true } : {}),
    ...(maker === undefined ? {} : { makes_host: false }),
    ...(record === expose.host ? {} : { record }),
    ...apexOf(place, expose.host),
    path: expose.path,
    function_name: raw(`module.${id}.name`),
    invoke_arn: raw(`module.${id}.invoke_arn`),
    certificate_arn: place.read('platform', 'certificate_arn'),
    zone_id: place.read('platform', 'zone_id'),
    ...(hasRegionalFirewall(architecture, environment)
      ? { web_acl_arn: place.read('platform', 'web_acl_arn'), has_web_acl: true }
      : {}),
    logs_kms_key_arn: place.read('platform', 'logs_key_arn'),
    log_retention_days: environment.logRetentionDays,
    tags: one.tags,
  };
  const after = maker !== undefined && [gap, { depends_on: [raw(`module.${identifier(maker)}_api`)] }];
  return call(place, `${id}_api`, 'http-api', settings, after);
}

/** Functions that answer to a host, each below a path; the first makes the name, which AWS takes once. */
function namesakes({ environment }: Place, host: string): string[] {
  return environment.functions
    .filter(({ triggers }) => triggers.some((one) => one.kind === 'http' && one.expose.host === host))
    .map(({ name }) => name);
}

/** At the top of a zone the other region has a record of the same name. */
function apexOf(place: Place, host: string): HclMap {
  const top = topRecord(place, host);
  return top ? { region_weight: top.weight, ...top.counts } : {};
}
