import { type HclMap, type Raw, raw } from '../../hcl/value.ts';
import { identifier, workloadName } from '../../names.ts';
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
            `arn:aws:lambda:${environment.region}:${environment.account}:function:${workloadName(environment, name, 'function')}`,
          ],
        },
      ];
    default:
      return [];
  }
}

/** Secrets of a workload that Lambda and ECS read, by ARN. */
export function secretArns(place: Place, one: Workload): Raw[] {
  return one.secrets.map((secret) => {
    if (isCopyOfSecret(place, secret))
      return raw(`data.aws_secretsmanager_secret.${identifier(secret.name)}.arn`);
    return secret.kind === 'app'
      ? raw(`module.${identifier(one.name)}_secrets.arn`)
      : place.read('data', `${identifier(secret.datastore!)}_secret_arn`);
  });
}

/** The secret with the address of a copy, where a secret says all else that connecting takes. */
export function addressArn(place: Place, { addressName, datastore }: SecretSource): Raw | undefined {
  return addressName === undefined ? undefined : place.read('data', `${identifier(datastore!)}_address_arn`);
}

/** Whether a secret of a standby is a copy of one that is filled in elsewhere. */
export function isCopyOfSecret({ environment }: Place, { kind, addressName }: SecretSource): boolean {
  return environment.standsFor !== undefined && (kind === 'app' || addressName !== undefined);
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
