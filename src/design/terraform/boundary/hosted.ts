import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Environment } from '../../environment.ts';
import { gap, type Part } from '../../hcl/items.ts';
import { type HclMap, type HclValue, type Raw, raw } from '../../hcl/value.ts';
import {
  archiveOf,
  archiveReplicaOf,
  type Hosted,
  type HostedDatabase,
  hostedIn,
  hostedUser,
  hostOf,
  isArchived,
} from '../../hosted.ts';
import { identifier, nameIn } from '../../names.ts';
import { call, groups } from '../call.ts';
import type { Place } from '../part.ts';
import { copyOfConnection, dataKey } from './datastore-call.ts';

/**
 * What AWS keeps for datastores in the cluster: how to connect, and for a database its archive and the right to it.
 * @param main the environment whose archives databases begin from, in a standby
 */
export function hostedParts(place: Place, main?: Environment): Part[] {
  return hostedIn(place.environment).flatMap((one) => [
    ...(main && isArchived(one) && isCopied(main, one) ? [] : [login(place, one)]),
    ...(isArchived(one) ? archiveParts(place, one, main) : []),
  ]);
}

/** Whether its login is a copy of the one in the other region. */
function isCopied({ datastores }: Environment, { name }: HostedDatabase): boolean {
  return datastores.some((one) => one.name === name && one.crossRegion !== 'none');
}

function login(place: Place, one: Hosted): Part {
  return call(
    place,
    `${identifier(one.name)}_login`,
    'hosted-login',
    groups(
      {
        name: one.name,
        connection_secret_name: one.connectionSecret,
        host: hostOf(one),
        port: one.port,
        ...(one.type === 'redis' ? {} : { username: hostedUser, database_name: one.databaseName }),
      },
      {
        secrets_kms_key_arn: place.read('platform', 'secrets_key_arn'),
        ...(isArchived(one) ? copyOfConnection(place, one) : {}),
        tags: one.tags,
      },
    ),
  );
}

/** Days that what was removed can be got back; how long backups are kept is up to who makes them. */
const afterRemoval = 14;

function archiveParts(place: Place, one: HostedDatabase, main: Environment | undefined): Part[] {
  const { environment } = place;
  const id = identifier(one.name);
  const name = (part: string) => nameIn(environment, one.name, part);
  const key = dataKey(place);
  const copied = environment.recovery !== undefined && one.crossRegion !== 'none';
  return [
    copied &&
      call(place, `${id}_archive_copy`, 'bucket', { providers: { aws: raw('aws.recovery') } }, gap, {
        name: archiveReplicaOf(one, environment),
        role_name: name('archive-copy'),
        kms_key_arn: raw('module.recovery_key.arn'),
        retention_days: afterRemoval,
        tags: one.tags,
      }),
    call(
      place,
      `${id}_archive`,
      'bucket',
      groups(
        {
          name: archiveOf(one, environment),
          role_name: name('archive'),
          retention_days: afterRemoval,
          ...(copied && {
            replica: {
              bucket_arn: raw(`module.${id}_archive_copy.arn`),
              kms_key_arn: raw('module.recovery_key.arn'),
            },
          }),
        },
        { kms_key_arn: key, tags: one.tags },
      ),
    ),
    call(
      place,
      `${id}_archiver`,
      'identity',
      groups(
        {
          name: name('archiver'),
          description: `Takes the log and backups of ${one.name} to S3`,
          cluster_name: place.read('platform', 'cluster_name'),
          namespace: addonNamespaces.data,
          service_account: one.name,
        },
        {
          statements: [
            ...(main ? rightsToCopy(archiveReplicaOf(one, main)) : []),
            ...rightsTo(`module.${id}_archive`, key),
          ],
          tags: one.tags,
        },
      ),
    ),
  ].filter((part) => part !== false);
}

/** Source: docs.pgbarman.org, barman-cloud commands on S3. */
function rightsTo(bucket: string, key: Raw): HclMap[] {
  return [
    { actions: ['s3:ListBucket'], resources: [raw(`${bucket}.arn`)] },
    {
      actions: [
        's3:AbortMultipartUpload',
        's3:DeleteObject',
        's3:GetObject',
        's3:ListMultipartUploadParts',
        's3:PutObject',
      ],
      resources: [raw(`"\${${bucket}.arn}/*"`)],
    },
    {
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [key],
      conditions: { StringLike: { 'kms:ViaService': ['s3.*.amazonaws.com'] } },
    },
  ];
}

/** What it begins from; it is under the same key as its own archive. */
function rightsToCopy(bucket: string): HclMap[] {
  const arn = `arn:aws:s3:::${bucket}`;
  const read = (actions: readonly string[], resources: HclValue): HclMap => ({ actions, resources });
  return [read(['s3:ListBucket'], [arn]), read(['s3:GetObject'], [`${arn}/*`])];
}
