import type { Cache } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import type { About } from './about.ts';
import { shell, steps } from './markdown.ts';
import { adopt, awaited, connectionOf } from './restore-common.ts';
import { startAgain, stop } from './stop-and-start.ts';

/** Makes a cache of ElastiCache anew from a snapshot, under its own name: it cannot be renamed. */
export function cacheSteps(about: About, environment: Environment, one: Cache): string {
  const { region } = environment;
  const name = one.resourceName;
  const group = (command: string, more = '') =>
    `aws elasticache ${command} --region ${region} --replication-group-id ${name}${more}`;
  const several = one.nodes > 1 ? ' --automatic-failover-enabled --multi-az-enabled' : '';
  return steps([
    'Ask first whether it has to be restored: what only buffers fills again by itself.',
    stop(about, environment, one.usedBy),
    `Choose a snapshot from before the damage, and note what a new one needs of the old one.\n\n${shell(
      group(
        'describe-snapshots',
        " --query 'Snapshots[].[NodeSnapshots[0].SnapshotCreateTime,SnapshotName]' --output table",
      ),
      'SNAPSHOT=… # of that table',
      `read -r SUBNETS GROUP < <(aws elasticache describe-cache-clusters --region ${region} --query "CacheClusters[?ReplicationGroupId=='${name}'] | [0].[CacheSubnetGroupName,SecurityGroups[0].SecurityGroupId]" --output text)`,
      `KEY=$(${group('describe-replication-groups', " --query 'ReplicationGroups[0].KmsKeyId' --output text")})`,
      `TOKEN=$(aws secretsmanager get-secret-value --region ${region} --secret-id ${connectionOf(one)}-token --query SecretString --output text)`,
    )}`,
    `A cache cannot be renamed: the old one goes, with a last snapshot, and the other one is made under its name. So clients keep its address and its password.\n\n${shell(
      group('delete-replication-group', ` --final-snapshot-identifier ${name}-before-restore`),
      awaited(group('wait replication-group-deleted')),
      group(
        'create-replication-group',
        ` --replication-group-description 'Restored' --snapshot-name "$SNAPSHOT" --cache-node-type ${one.nodeType} --num-cache-clusters ${one.nodes}${several} --port ${one.port} --cache-subnet-group-name "$SUBNETS" --security-group-ids "$GROUP" --kms-key-id "$KEY" --at-rest-encryption-enabled --transit-encryption-enabled --auth-token "$TOKEN"`,
      ),
      awaited(group('wait replication-group-available')),
    )}`,
    `Tell Terraform which one it is, and let a plan show what differs.\n\n${adopt(about, environment, one, 'cache', 'aws_elasticache_replication_group', name)}`,
    ...startAgain(about, environment, one.usedBy),
  ]);
}
