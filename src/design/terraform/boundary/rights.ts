import { type HclMap, raw } from '../../hcl/value.ts';
import { identifier, nameIn } from '../../names.ts';
import type { Need, SecretSource, Workload } from '../../workload.ts';
import type { Place } from '../part.ts';

/** What a workload may do in AWS: what its needs imply, and no more. */
export function statementsOf(place: Place, { needs }: Workload): HclMap[] {
  const own = needs.flatMap((need) => rightsTo(place, need));
  const { datastores } = place.environment;
  const encrypted = needs.some(
    ({ name, kind }) => isApi(kind) && datastores.some((one) => one.name === name),
  );
  if (!encrypted) return own;
  const key = place.read('data', 'data_key_arn');
  return [...own, { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key] }];
}

function isApi(kind: Need['kind']): boolean {
  return ['bucket', 'queue', 'topic', 'table'].includes(kind);
}

function rightsTo(place: Place, { name, kind, access }: Need): HclMap[] {
  const { environment } = place;
  const id = identifier(name);
  const arn = () => place.read('data', `${id}_arn`);
  const below = (path: string) => raw(`"\${${arn().text}}${path}"`);
  const sends = ['sqs:SendMessage', 'sqs:GetQueueAttributes'];
  const takes = [
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:ChangeMessageVisibility',
    'sqs:GetQueueAttributes',
  ];
  switch (kind) {
    case 'bucket':
      return [
        { actions: ['s3:ListBucket'], resources: [arn()] },
        {
          actions:
            access === 'consume' ? ['s3:GetObject'] : ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
          resources: [below('/*')],
        },
      ];
    case 'queue': {
      const actions =
        access === 'send' ? sends : access === 'consume' ? takes : [...new Set([...sends, ...takes])];
      return [{ actions, resources: [arn()] }];
    }
    case 'topic':
      return access === 'publish' ? [{ actions: ['sns:Publish'], resources: [arn()] }] : [];
    case 'table':
      return access === 'consume'
        ? []
        : [
            {
              actions: [
                'dynamodb:BatchGetItem',
                'dynamodb:BatchWriteItem',
                'dynamodb:ConditionCheckItem',
                'dynamodb:DeleteItem',
                'dynamodb:GetItem',
                'dynamodb:PutItem',
                'dynamodb:Query',
                'dynamodb:UpdateItem',
              ],
              resources: [arn(), below('/index/*')],
            },
          ];
    case 'function':
      return [
        {
          actions: ['lambda:InvokeFunction'],
          resources: [
            `arn:aws:lambda:${environment.region}:${environment.account}:function:${nameIn(environment, name, 'function')}`,
          ],
        },
      ];
    default:
      return [];
  }
}

/** Secrets of a workload that Lambda and ECS read, by ARN. */
export function secretArns(place: Place, one: Workload) {
  const copied = place.environment.standsFor !== undefined;
  return one.secrets.map((secret) => {
    const { kind, datastore } = secret;
    if (kind === 'address') return place.read('data', `${identifier(datastore!)}_address_arn`);
    if (copied && isCopyOfSecret(place, secret))
      return raw(`data.aws_secretsmanager_secret.${identifier(secret.name)}.arn`);
    return kind === 'app'
      ? raw(`module.${identifier(one.name)}_secrets.arn`)
      : place.read('data', `${identifier(datastore!)}_secret_arn`);
  });
}

/** Whether a secret of a standby is a copy of one that is filled in elsewhere. */
export function isCopyOfSecret({ environment }: Place, { kind, datastore }: SecretSource): boolean {
  if (environment.standsFor === undefined || kind === 'address') return false;
  const kept = environment.datastores.find(({ name }) => name === datastore);
  return kind === 'app' || (kept !== undefined && 'addressSecret' in kept);
}

/** Security groups of what a workload connects to in the network. */
export function targetsOf(place: Place, { needs }: Workload): HclMap {
  const { datastores } = place.environment;
  const inCluster = place.architecture.platform.compute === 'eks';
  return Object.fromEntries(
    needs.flatMap(({ name, kind, port }) => {
      const id = identifier(name);
      if (kind === 'service')
        return [
          [
            name,
            {
              // in a cluster all pods answer behind the group of its nodes
              security_group_id: inCluster
                ? place.read('platform', 'cluster_security_group_id')
                : raw(`module.${id}.security_group_id`),
              port,
            },
          ],
        ];
      return datastores.some((one) => one.name === name && 'hosting' in one && one.hosting === 'managed')
        ? [[name, { security_group_id: place.read('data', `${id}_security_group_id`), port }]]
        : [];
    }),
  );
}
