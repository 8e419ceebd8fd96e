import { addonNamespaces } from '../../../addon-namespaces.ts';
import type { Environment } from '../../../environment.ts';
import {
  archiveOf,
  archiveReplicaOf,
  archiver,
  copyStoreOf,
  type HostedDatabase,
  isArchived,
} from '../../../hosted.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import type { Site } from '../../site.ts';
import { labelsOf } from '../labels.ts';

/** The plugin of CloudNativePG that takes the log and backups to S3. The operator itself stops doing so with 1.31. */
const plugin = 'barman-cloud.cloudnative-pg.io';

export function archiverPlugin({ name }: HostedDatabase): YamlMap {
  return { name: plugin, isWALArchiver: true, parameters: { barmanObjectName: name } };
}

/** The archive that a database in a recovery region begins from, under the name that it has there. */
export function copiedArchive(one: HostedDatabase): YamlMap {
  return { name: plugin, parameters: { barmanObjectName: copyStoreOf(one), serverName: one.name } };
}

/** The environment whose archive a database begins from; absent where it begins empty. */
export function copyOf(
  one: HostedDatabase,
  { architecture, environment: { standsFor } }: Site,
): Environment | undefined {
  return isArchived(one) ? architecture.environments.find(({ name }) => name === standsFor) : undefined;
}

/** Where the log and backups go, how long they are kept, and when backups are made. */
export function archiveObjectsOf(one: HostedDatabase, site: Site): YamlMap[] {
  if (!isArchived(one)) return [];
  const { name, retentionDays } = one;
  const { vary, environment } = site;
  const metadata = { name, namespace: addonNamespaces.data, labels: labelsOf(one) };
  const main = copyOf(one, site);
  const asked = { cpu: `${archiver.cpuMilli}m`, memory: `${archiver.memoryMi}Mi` };
  const sidecar = {
    env: [{ name: 'AWS_DEFAULT_REGION', value: vary('region', environment.region) }],
    resources: { requests: asked, limits: asked },
  };
  return [
    {
      apiVersion: 'barmancloud.cnpg.io/v1',
      kind: 'ObjectStore',
      metadata,
      spec: {
        configuration: {
          destinationPath: vary('archive', `s3://${archiveOf(one, environment)}/`),
          s3Credentials: why({ inheritFromIAMRole: true }, 'By EKS Pod Identity: there is no key to keep.'),
          data: why(
            { compression: 'gzip', jobs: 2, immediateCheckpoint: false },
            'Encrypted by the bucket, with a key of our own.',
          ),
          wal: { compression: 'gzip', maxParallel: 4 },
        },
        retentionPolicy: vary('retention', `${retentionDays}d`),
        instanceSidecarConfiguration: { retentionPolicyIntervalSeconds: 3600, ...sidecar },
      },
    },
    ...(main
      ? [
          {
            apiVersion: 'barmancloud.cnpg.io/v1',
            kind: 'ObjectStore',
            metadata: { ...metadata, name: copyStoreOf(one) },
            spec: {
              configuration: {
                destinationPath: `s3://${archiveReplicaOf(one, main)}/`,
                s3Credentials: why({ inheritFromIAMRole: true }, 'It may read there, and no more.'),
                wal: { maxParallel: 4 },
              },
              instanceSidecarConfiguration: sidecar,
            },
          },
        ]
      : []),
    {
      apiVersion: 'postgresql.cnpg.io/v1',
      kind: 'ScheduledBackup',
      metadata,
      spec: {
        schedule: why('0 30 2 * * *', 'Six fields, seconds first: at half past two, UTC.'),
        immediate: why(true, 'The first one at once: until then the log alone restores nothing.'),
        backupOwnerReference: 'cluster',
        cluster: { name },
        method: 'plugin',
        pluginConfiguration: { name: plugin },
        target: why('prefer-standby', 'So that the primary does not read everything beside its work.'),
      },
    },
  ];
}
