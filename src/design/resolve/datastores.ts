import { caches, databases } from '../../../data/prices/aws.ts';
import type { DatastoreAsked } from '../../blueprint/blueprint.ts';
import { bucketName } from '../../blueprint/names.ts';
import type { Cache, Database, Datastore } from '../datastore.ts';
import { rpoByDefault } from '../decide/disaster-recovery.ts';
import { identifier, lastingName, nameIn, tagsOf } from '../names.ts';
import type { Here } from './here.ts';
import { hostedCacheSizes, hostedCacheVersion, hostedSizes } from './hosted-sizes.ts';

const sizes = ['small', 'medium', 'large', 'xlarge'] as const;
const databaseClasses = ['db.t4g.medium', 'db.m7g.large', 'db.r7g.xlarge', 'db.r7g.2xlarge'] as const;
const cacheTypes = ['cache.t4g.small', 'cache.t4g.medium', 'cache.m7g.large', 'cache.r7g.large'] as const;
const versions = { postgres: '17', mysql: '8.4', redis: '7.1' } as const;
const ports = { postgres: 5432, mysql: 3306, redis: 6379 } as const;
const mostOfRds = 65_536;
const layers = {
  postgres: 'db',
  mysql: 'db',
  redis: 'cache',
  bucket: 'bucket',
  queue: 'queue',
  topic: 'topic',
  table: 'table',
} as const;

/** A datastore as it is in one environment. */
export function resolveDatastore(asked: DatastoreAsked, here: Here): Datastore {
  const { type, name } = asked;
  const lasting = lastingName(asked);
  const resource = nameIn(here.named, lasting, layers[type]);
  const { system } = here.named;
  const shared = commonOf(asked, here, resource);
  switch (type) {
    case 'postgres':
    case 'mysql':
      return { ...shared, ...databaseOf(asked, here), type };
    case 'redis':
      return { ...shared, ...cacheOf(asked, here), type };
    case 'bucket': {
      const bucket = (part: string) =>
        bucketName(nameIn(here.named, lasting, part), system, here.asked.account);
      return {
        ...shared,
        type,
        bucketName: bucket('bucket'),
        ...(shared.crossRegion === 'replica' ? { replicaName: bucket('replica') } : {}),
      };
    }
    case 'queue': {
      const ending = asked.fifo ? '.fifo' : '';
      const takers = here.blueprint.functions.filter(({ on }) => on.queue === name);
      return {
        ...shared,
        type,
        queueName: resource + ending,
        deadLetterName: nameIn(here.named, lasting, 'dlq') + ending,
        fifo: asked.fifo,
        // Source: docs.aws.amazon.com/lambda, Using Lambda with Amazon SQS
        visibilitySeconds: Math.max(30, ...takers.map(({ timeoutSeconds }) => timeoutSeconds * 6)),
        messageRetentionSeconds: 14 * 86_400,
        maxReceives: 5,
      };
    }
    case 'topic':
      return {
        ...shared,
        type,
        topicName: resource + (asked.fifo ? '.fifo' : ''),
        fifo: asked.fifo,
        subscribers: asked.subscribers,
      };
    case 'table':
      return {
        ...shared,
        type,
        tableName: resource,
        partitionKey: asked.key,
        ...(asked.sort === undefined ? {} : { sortKey: asked.sort }),
        stream: here.blueprint.functions.some(({ on }) => on.table === name),
      };
  }
}

function commonOf(asked: DatastoreAsked, here: Here, resourceName: string) {
  const { production, recoveryRegion } = here.asked;
  const owner = here.ownerOf(asked.owner);
  const kept = asked.type !== 'queue' && asked.type !== 'topic';
  // what is asked for is meant for production: elsewhere a day may be lost
  const rpoSeconds = production ? rpoByDefault(asked) : Math.max(86_400, asked.rpoSeconds ?? 0);
  const continuous = asked.type !== 'redis' && (rpoSeconds < 86_400 || production);
  const backups = kept ? (asked.backups ?? (continuous ? 'continuous' : 'daily')) : 'none';
  const { recovery } = here.choices;
  const replicated = recovery !== 'backup-restore' || rpoSeconds < 900;
  // a database is copied by its backups and its log
  const isCopied =
    kept &&
    asked.type !== 'redis' &&
    (backups !== 'none' || asked.type === 'bucket' || asked.type === 'table');
  return {
    name: asked.name,
    ...(asked.formerly === undefined ? {} : { formerly: asked.formerly }),
    owner,
    tags: tagsOf(here.named, asked.name, owner),
    sensitivity: asked.sensitivity,
    rpoSeconds,
    rtoSeconds: asked.rtoSeconds ?? 28_800,
    backups,
    retentionDays: backups === 'none' ? 0 : (asked.retentionDays ?? (production ? 35 : 7)),
    crossRegion: recoveryRegion === undefined || !isCopied ? 'none' : replicated ? 'replica' : 'copies',
    deletionProtection: production,
    storageGb: asked.storageGb,
    storageGbInAYear: Math.ceil(asked.storageGb * (1 + asked.growth) ** 12),
    usedBy: usersOf(asked.name, here),
    resourceName,
  } as const;
}

function databaseOf(
  asked: DatastoreAsked,
  here: Here,
): Omit<Database, keyof ReturnType<typeof commonOf> | 'type'> {
  const size = sizeIn(asked, here);
  const instanceClass = !here.asked.production && size === 0 ? 'db.t4g.small' : databaseClasses[size]!;
  const isHosted = here.choices.selfHosted.has(asked.name);
  const { cpuMilli, memoryMi } = isHosted ? hostedSizes[sizes[size]!] : databases[instanceClass];
  return {
    ...connected(asked, here),
    hosting: isHosted ? 'self-hosted' : 'managed',
    version: asked.version ?? versions[asked.type as 'postgres' | 'mysql'],
    databaseName: identifier(lastingName(asked)),
    instanceClass,
    maxStorageGb: mostStorage(asked),
    multiZone: here.asked.production && here.asked.zones > 1,
    instances: here.asked.production ? 3 : 2,
    cpuMilli,
    memoryMi,
  };
}

/** RDS grows storage only where it may grow by a tenth at least, and to 64 TiB at most. Source: RDS User Guide, storage autoscaling. */
function mostStorage({ storageGb, growth }: DatastoreAsked): number {
  const inTwoYears = Math.ceil(storageGb * (1 + growth) ** 24);
  return Math.min(mostOfRds, Math.max(100, inTwoYears, Math.ceil(storageGb * 1.3)));
}

function cacheOf(asked: DatastoreAsked, here: Here): Omit<Cache, keyof ReturnType<typeof commonOf> | 'type'> {
  const size = sizeIn(asked, here);
  const nodeType = !here.asked.production && size === 0 ? 'cache.t4g.micro' : cacheTypes[size]!;
  const isHosted = here.choices.selfHosted.has(asked.name);
  const { cpuMilli, memoryMi } = isHosted ? hostedCacheSizes[sizes[size]!] : caches[nodeType];
  const multiZone = here.asked.production && here.asked.zones > 1;
  return {
    ...connected(asked, here),
    hosting: isHosted ? 'self-hosted' : 'managed',
    version: asked.version ?? (isHosted ? hostedCacheVersion : versions.redis),
    nodeType,
    // who takes over is agreed by most of them, and of two that is both; elsewhere it is tried as it is in production
    nodes: isHosted ? 3 : multiZone ? 2 : 1,
    multiZone,
    cpuMilli,
    memoryMi,
  };
}

function connected(asked: DatastoreAsked, { named }: Here) {
  return {
    connectionSecret: `${named.name}/${named.system}/${lastingName(asked)}/connection`,
    port: ports[asked.type as keyof typeof ports],
  };
}

/** One size less where the environment is smaller, one more where it is twice as large. */
function sizeIn({ size }: DatastoreAsked, { asked }: Here): number {
  const step = asked.size < 0.75 ? -1 : asked.size >= 2 ? 1 : 0;
  return Math.max(0, Math.min(sizes.length - 1, sizes.indexOf(size) + step));
}

function usersOf(name: string, { blueprint }: Here): string[] {
  const { services, jobs, functions } = blueprint;
  const triggered = functions.filter(({ on }) => [on.queue, on.topic, on.bucket, on.table].includes(name));
  const needing = [...services, ...jobs, ...functions].filter(({ needs }) => needs.includes(name));
  return [...new Set([...needing, ...triggered].map((one) => one.name))];
}
