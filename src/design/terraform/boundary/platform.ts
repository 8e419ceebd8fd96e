import { artifactsBucket, hasPackages } from '../../artifacts.ts';
import { gap, type Part } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { hostedIn, volumesKeyOf } from '../../hosted.ts';
import { nameIn } from '../../names.ts';
import { call, groups } from '../call.ts';
import { guardsAccount } from '../guard.ts';
import type { BoundaryPart, Output, Place } from '../part.ts';
import { watchingParts } from './alarms.ts';
import { clusterParts } from './cluster.ts';
import { copiedBucket } from './copied-bucket.ts';
import { secretsKey } from './copy-of-secret.ts';
import { recoveryAlias } from './data.ts';
import { edgeParts, zoneId } from './edge.ts';
import { guardParts } from './guard-parts.ts';
import { entranceAlarmParts } from './objective-alarms.ts';
import { pageInputs, pageOutputs, pageParts } from './pages.ts';
import { hasRegionalFirewall } from './regional-firewall.ts';
import { registryParts } from './registry.ts';
import { told } from './told.ts';

/** Clusters, identities, keys, audit and the edge. */
export function platformBoundary(place: Place): BoundaryPart {
  const { architecture, environment } = place;
  const name = (part: string) => nameIn(environment, environment.system, part);
  const cluster = clusterParts(place);
  const edge = edgeParts(place);
  const registry = registryParts(place);
  return {
    files: {
      'keys.tf': keys(place, name),
      'alarms.tf': [
        call(
          place,
          'alarms',
          'alarm-topic',
          groups({
            name: name('alarms'),
            account_id: raw('local.account_id'),
            kms_key_arn: raw('module.platform_key.arn'),
            emails: [architecture.owner.email],
          }),
        ),
      ],
      'pages.tf': pageParts(place),
      'artifacts.tf': artifacts(place),
      'registry.tf': registry.parts,
      'watching.tf': watchingParts(place),
      'cluster.tf': cluster.parts,
      'edge.tf': edge.parts,
      'edge-alarms.tf': entranceAlarmParts(place),
      'guard.tf': guardParts(place, guardsAccount(architecture, environment)),
    },
    inputs: [...cluster.inputs, ...pageInputs(place)],
    outputs: [...outputs(place), ...pageOutputs(place), ...cluster.outputs, ...edge.outputs],
    aliases: [
      ...(environment.recovery ? [recoveryAlias(environment.recovery)] : []),
      ...registry.aliases,
      ...(architecture.platform.edge === 'cloudfront' &&
      environment.dns.zone !== undefined &&
      environment.standsFor === undefined
        ? [
            {
              alias: 'edge',
              region: 'us-east-1',
              why: 'Certificates and rules of CloudFront are kept there.',
            },
          ]
        : []),
    ],
  };
}

function keys(place: Place, name: (part: string) => string): Part[] {
  const account = { account_id: raw('local.account_id') };
  return [
    call(place, 'platform_key', 'kms-key', {
      name: name('platform-key'),
      description: `Secrets, alarms and the cluster of ${place.environment.name}`,
      ...account,
      services: [
        'cloudwatch.amazonaws.com',
        'events.amazonaws.com',
        'sns.amazonaws.com',
        'backup.amazonaws.com',
      ],
    }),
    place.environment.recovery &&
      call(place, 'platform_recovery_key', 'kms-key', { providers: { aws: raw('aws.recovery') } }, gap, {
        name: name('platform-key'),
        description: `Copies of secrets and of backups of ${place.environment.name}`,
        ...account,
      }),
    call(place, 'logs_key', 'kms-key', {
      name: name('logs-key'),
      description: `Logs of ${place.environment.name}`,
      ...account,
      log_groups: { region: raw('local.region') },
    }),
    hostedIn(place.environment).length > 0 &&
      call(place, 'volumes_key', 'kms-key', {
        // the class of volumes in the cluster names this alias
        name: volumesKeyOf(place.environment),
        description: `Volumes of datastores in the cluster of ${place.environment.name}`,
        ...account,
      }),
  ].filter((part) => part !== false);
}

/** Where the pipeline puts the packages of functions. */
function artifacts(place: Place): Part[] {
  const { environment } = place;
  const { system, standby, standsFor } = environment;
  if (standsFor !== undefined || !hasPackages(environment)) return [];
  const there = standby ?? environment;
  return copiedBucket(place, {
    label: 'artifacts',
    settings: {
      name: artifactsBucket(environment),
      role_name: nameIn(environment, system, 'artifacts'),
      kms_key_arn: raw('module.platform_key.arn'),
      retention_days: 30,
    },
    copy: { name: artifactsBucket(there), role_name: nameIn(there, system, 'artifacts') },
  });
}

function outputs(place: Place): Output[] {
  const { environment, architecture } = place;
  const { account, region, dns, recovery, standsFor } = environment;
  const key = `arn:aws:kms:${region}:${account}:key/00000000-0000-0000-0000-000000000000`;
  return [
    told('secrets_key_arn', 'The key of secrets.', secretsKey(place).text, key),
    told('logs_key_arn', 'The key of logs.', 'module.logs_key.arn', key),
    told(
      'alarm_topic_arn',
      'The topic that people are told through.',
      'module.alarms.arn',
      `arn:aws:sns:${region}:${account}:alarms`,
    ),
    ...(recovery
      ? [
          told(
            'recovery_key_arn',
            'The key of copies of secrets in the other region.',
            'module.platform_recovery_key.arn',
            `arn:aws:kms:${recovery.region}:${account}:key/00000000-0000-0000-0000-000000000000`,
          ),
        ]
      : []),
    ...(hasPackages(environment)
      ? [
          told(
            'artifacts_bucket',
            'Where packages of functions are put.',
            standsFor === undefined ? 'module.artifacts.name' : `"${artifactsBucket(environment)}"`,
            'artifacts',
          ),
        ]
      : []),
    ...(dns.zone === undefined
      ? []
      : [told('zone_id', 'The public zone.', zoneId(place).text, 'Z0123456789ABCDEFGHIJ')]),
    ...(hasRegionalFirewall(architecture, environment)
      ? [
          told(
            'web_acl_arn',
            'Rules that stand before what is public.',
            'module.firewall.arn',
            `arn:aws:wafv2:${region}:${account}:regional/webacl/rules/00000000-0000-0000-0000-000000000000`,
          ),
        ]
      : []),
  ];
}
