import { type Datastore, isSwitched } from '../../datastore.ts';
import type { RecoverySite } from '../../environment.ts';
import { gap, type Part } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { identifier, lastingName, nameIn } from '../../names.ts';
import { call } from '../call.ts';
import { eventBridgeCron } from '../cron.ts';
import type { BoundaryPart, Output, Place, ProviderAlias } from '../part.ts';
import { datastoreCall } from './datastore-call.ts';
import { hostedParts } from './hosted.ts';
import { dataRedaction } from './log-redaction.ts';
import { moved } from './moved.ts';
import { dataAlarmParts } from './objective-alarms.ts';
import { told } from './told.ts';

/** What cannot be made anew, and its backups. */
export function dataBoundary(place: Place): BoundaryPart {
  const { environment } = place;
  const { system, recovery, region, account } = environment;
  const name = (part: string) => nameIn(environment, system, part);
  const kept = environment.datastores.filter(isOurs);
  const key = (label: string, part: string, ...more: readonly Part[]) =>
    call(place, label, 'kms-key', ...more, {
      name: name(part),
      description: `Data of ${environment.name}`,
      account_id: raw('local.account_id'),
      services: ['s3.amazonaws.com', 'sns.amazonaws.com', 'backup.amazonaws.com'],
    });
  const elsewhere = { providers: { aws: raw('aws.recovery') } };
  return {
    files: {
      'keys.tf': [key('data_key', 'data-key'), recovery && key('recovery_key', 'data-key', elsewhere, gap)],
      'data.tf': kept.flatMap((one) => [
        'replicaName' in one && one.replicaName !== undefined
          ? call(place, `${identifier(one.name)}_replica`, 'bucket', elsewhere, gap, {
              name: one.replicaName,
              role_name: nameIn(environment, lastingName(one), 'replica'),
              kms_key_arn: raw('module.recovery_key.arn'),
              retention_days: Math.max(1, one.retentionDays),
              tags: one.tags,
            })
          : undefined,
        'replicaName' in one && one.replicaName !== undefined ? moved(one, '_replica') : undefined,
        ...datastoreCall(place, one),
        moved(one),
      ]),
      'hosted.tf': hostedParts(place),
      'backup.tf': backups(place, kept, name('backup')),
      'redaction.tf': dataRedaction(place, kept),
      'data-alarms.tf': dataAlarmParts(place),
    },
    inputs: [],
    outputs: [
      told(
        'data_key_arn',
        'The key of data.',
        'module.data_key.arn',
        `arn:aws:kms:${region}:${account}:key/00000000-0000-0000-0000-000000000000`,
      ),
      ...kept.flatMap((one) => outputsOf(place, one)),
    ],
    aliases: recovery ? [recoveryAlias(recovery)] : [],
  };
}

/** The provider of the recovery region. */
export function recoveryAlias({ region }: Pick<RecoverySite, 'region'>): ProviderAlias {
  return { alias: 'recovery', region, why: 'Copies are kept in another region.' };
}

/** Operators in the cluster make the others. */
export function isOurs(one: Datastore): boolean {
  return !('hosting' in one) || one.hosting === 'managed';
}

/** What is told of a datastore that is made in the same root. */
export function outputsOf({ environment: { region, account } }: Place, one: Datastore): Output[] {
  const id = identifier(one.name);
  const arn = (service: string, rest: string) =>
    told(`${id}_arn`, `The ${one.type} ${one.name}.`, `module.${id}.arn`, `arn:aws:${service}:${rest}`);
  switch (one.type) {
    case 'bucket':
      return [arn('s3', `::${one.bucketName}`)];
    case 'queue':
      return [arn('sqs', `${region}:${account}:${one.queueName}`)];
    case 'topic':
      return [arn('sns', `${region}:${account}:${one.topicName}`)];
    case 'table':
      return [
        arn('dynamodb', `${region}:${account}:table/${one.tableName}`),
        ...(one.stream
          ? [
              told(
                `${id}_stream_arn`,
                `Changes of ${one.name}.`,
                `module.${id}.stream_arn`,
                `arn:aws:dynamodb:${region}:${account}:table/${one.tableName}/stream/2025-01-01T00:00:00.000`,
              ),
            ]
          : []),
      ];
    default:
      return [
        told(
          `${id}_security_group_id`,
          `Who may connect to ${one.name}.`,
          `module.${id}.security_group_id`,
          'sg-0a1b2c3d4e5f67890',
        ),
        told(
          `${id}_secret_arn`,
          `How to connect to ${one.name}.`,
          `module.${id}.connection_secret_arn`,
          `arn:aws:secretsmanager:${region}:${account}:secret:${one.connectionSecret}-a1b2c3`,
        ),
      ];
  }
}

/** Redis keeps snapshots of its own: AWS Backup knows it not. */
function backups(place: Place, kept: readonly Datastore[], name: string): Part[] {
  const { environment } = place;
  const { schedule } = environment;
  const backed = kept.filter(
    ({ type, backups: kind }) => kind !== 'none' && ['postgres', 'mysql', 'bucket', 'table'].includes(type),
  );
  if (backed.length === 0) return [];
  const copied =
    environment.recovery !== undefined && backed.some(({ crossRegion }) => crossRegion !== 'none');
  return [
    copied &&
      call(place, 'recovery_vault', 'backup-vault', { providers: { aws: raw('aws.recovery') } }, gap, {
        name: `${name}-recovery`,
        kms_key_arn: raw('module.recovery_key.arn'),
      }),
    call(place, 'backup', 'backup', {
      name,
      account_id: raw('local.account_id'),
      kms_key_arn: raw('module.data_key.arn'),
      alarm_topic_arn: place.read('platform', 'alarm_topic_arn'),
      ...(copied ? { copy: { vault_arn: raw('module.recovery_vault.arn') } } : {}),
      plans: Object.fromEntries(
        backed.map((one) => [
          identifier(one.name),
          {
            resources: [raw(`module.${identifier(one.name)}.arn`)],
            retention_days: Math.max(7, one.retentionDays),
            // RDS and DynamoDB restore any second by themselves
            continuous: one.type === 'bucket' && one.retentionDays <= 35,
            // AWS Backup copies no database that is off
            ...(schedule && isSwitched(one) ? { schedule: eventBridgeCron(schedule.upkeep.copy) } : {}),
          },
        ]),
      ),
    }),
  ].filter((part) => part !== false);
}
