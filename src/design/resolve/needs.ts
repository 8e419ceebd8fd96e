import type { Blueprint, DatastoreAsked, FunctionAsked, WorkloadAsked } from '../../blueprint/blueprint.ts';
import type { Datastore } from '../datastore.ts';
import { lastingName, nameIn, variableName } from '../names.ts';
import type { Need, SecretSource } from '../workload.ts';
import type { Here } from './here.ts';

/** What a workload calls, with what it may do there. */
export function needsOf(asked: WorkloadAsked, here: Here): Need[] {
  const { services, functions, datastores } = here.blueprint;
  const triggers = Object.values((asked as Partial<FunctionAsked>).on ?? {}).filter(
    (one) => typeof one === 'string',
  );
  const taken = datastores.filter(({ name }) => triggers.includes(name) && !asked.needs.includes(name));
  return [
    ...asked.needs.map((name): Need => {
      const service = services.find((one) => one.name === name);
      if (service)
        return here.choices.compute === 'lambda'
          ? { name, kind: 'function', access: 'call', port: 443 }
          : { name, kind: 'service', access: 'call', port: service.port };
      if (functions.some((one) => one.name === name))
        return { name, kind: 'function', access: 'call', port: 443 };
      const datastore = datastores.find((one) => one.name === name)!;
      return {
        name,
        kind: datastore.type,
        access: accessTo(datastore, triggers, here.blueprint),
        port: portOf(datastore),
      };
    }),
    ...taken.map(
      (datastore): Need => ({ name: datastore.name, kind: datastore.type, access: 'consume', port: 443 }),
    ),
  ];
}

/** A queue that a function takes from, or that a topic fills, is only sent to by those who need it. */
function accessTo(
  { name, type }: DatastoreAsked,
  triggers: readonly unknown[],
  { functions }: Blueprint,
): Need['access'] {
  if (type === 'topic') return 'publish';
  if (type !== 'queue') return 'read-write';
  if (triggers.includes(name)) return 'send-consume';
  return functions.some(({ on }) => on.queue === name) ? 'send' : 'send-consume';
}

function portOf({ type }: DatastoreAsked): number {
  return { postgres: 5432, mysql: 3306, redis: 6379 }[type as string] ?? 443;
}

/** Tasks and functions are found by the names that they were made with. */
function lastingIn(name: string, { blueprint: { services, jobs, functions } }: Here): string {
  return lastingName([...services, ...jobs, ...functions].find((one) => one.name === name)!);
}

/** Environment variables that tell a workload where to find what it needs, and its own. */
export function variablesOf(
  asked: WorkloadAsked,
  needs: readonly Need[],
  datastores: readonly Datastore[],
  here: Here,
): Record<string, string> {
  const found = needs.flatMap(({ name, kind, port }): [string, string][] => {
    const prefix = variableName(name);
    if (kind === 'function')
      return [[`${prefix}_FUNCTION`, nameIn(here.named, lastingIn(name, here), 'function')]];
    if (kind === 'service') {
      const { protocol, owner } = here.blueprint.services.find((one) => one.name === name)!;
      const host =
        here.choices.compute === 'eks'
          ? `${name}.${owner}.svc.cluster.local`
          : `${lastingIn(name, here)}.${here.privateZone}`;
      return protocol === 'http'
        ? [[`${prefix}_URL`, `http://${host}:${port}`]]
        : [[`${prefix}_ADDRESS`, `${host}:${port}`]];
    }
    const datastore = datastores.find((one) => one.name === name)!;
    const { region, account } = here.asked;
    switch (datastore.type) {
      case 'bucket':
        return [[`${prefix}_BUCKET`, datastore.bucketName]];
      case 'queue':
        return [
          [`${prefix}_QUEUE_URL`, `https://sqs.${region}.amazonaws.com/${account}/${datastore.queueName}`],
        ];
      case 'topic':
        return [[`${prefix}_TOPIC_ARN`, `arn:aws:sns:${region}:${account}:${datastore.topicName}`]];
      case 'table':
        return [[`${prefix}_TABLE`, datastore.tableName]];
      default:
        return [];
    }
  });
  return { ...Object.fromEntries(found), ...asked.env };
}

/** Secrets of a workload: its own, and the connections of databases and caches that it needs. */
export function secretsOf(
  asked: WorkloadAsked,
  needs: readonly Need[],
  datastores: readonly Datastore[],
  { secretsPath: at }: Here,
): SecretSource[] {
  const own: SecretSource[] =
    asked.secrets.length === 0
      ? []
      : [
          {
            name: `${asked.name}-secrets`,
            remoteName: `${at}/${lastingName(asked)}`,
            kind: 'app',
            properties: Object.fromEntries(asked.secrets.map((name) => [name, name])),
          },
        ];
  const connections = needs.flatMap(({ name }): SecretSource[] => {
    const datastore = datastores.find((one) => one.name === name);
    if (!datastore || !('connectionSecret' in datastore)) return [];
    const { type, connectionSecret, addressSecret } = datastore;
    const keys =
      type === 'redis' ? ['host', 'port', 'password'] : ['host', 'port', 'username', 'password', 'database'];
    return [
      {
        // several workloads of a namespace may need the same database
        name: `${asked.name}-${name}-connection`,
        remoteName: connectionSecret,
        kind: 'connection',
        datastore: name,
        ...(addressSecret === undefined ? {} : { addressName: addressSecret }),
        properties: Object.fromEntries(
          keys.map((key) => [key, `${variableName(name)}_${key.toUpperCase()}`]),
        ),
      },
    ];
  });
  return [...own, ...connections];
}
