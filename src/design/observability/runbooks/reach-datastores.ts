import type { Cache, Database } from '../../datastore.ts';
import { isHosted } from '../../hosted.ts';
import { nameIn } from '../../names.ts';
import { clusterName, type Ground } from './ground.ts';

/**
 * How a person reaches databases and caches, which answer inside of their network only. Source: docs.aws.amazon.com,
 * AWS CloudShell in Amazon VPC.
 */
export function reachDatastores(ground: Ground): string {
  const { environment, compute } = ground;
  const all = environment.datastores.filter(
    (one): one is Database | Cache =>
      'connectionSecret' in one && !isHosted(one) && (one.type !== 'redis' || one.usedBy.length > 0),
  );
  if (all.length === 0) return '';
  const [first] = all;
  const client = environment.services.find(({ name }) => first!.usedBy.includes(name));
  const group =
    compute === 'eks'
      ? `that of the cluster, which \`aws eks describe-cluster --name ${clusterName(ground)} --query cluster.resourcesVpcConfig.clusterSecurityGroupId --output text\` tells`
      : client && compute === 'ecs'
        ? `\`${nameIn(environment, client.name, 'service')}\`, or that of another one that needs the datastore`
        : 'one of those that the datastore lets in, which its own security group names';
  const blocks = [
    of(all, 'postgres', 'sudo dnf install --assumeyes postgresql16', 'psql -c "select now()"'),
    of(
      all,
      'mysql',
      'sudo dnf install --assumeyes mariadb105',
      'mysql --ssl --host="$PGHOST" --port="$PGPORT" --user="$PGUSER" --password="$PGPASSWORD" "$PGDATABASE" -e "select now()"',
    ),
    ofCaches(all),
  ];
  return [
    `\n## To a datastore of ${environment.name}\n\nThey answer inside of their network only. In the console of account ${environment.account}: AWS CloudShell, Actions, Create VPC environment, with the VPC \`${nameIn(environment, environment.system, 'network')}\`, one of its private subnets, and as its security group ${group}. There, as somebody who may read the secret:\n`,
    ...blocks.filter((one) => one !== ''),
    '\nIt is what the service itself may do: look, and change nothing that the runbook does not say. Delete the environment of CloudShell afterwards.\n',
  ].join('');
}

function of(
  all: readonly (Database | Cache)[],
  type: Database['type'],
  install: string,
  tried: string,
): string {
  const secrets = secretsOf(all, type);
  if (secrets === undefined) return '';
  const commands = [
    install,
    `SECRET=${secrets}`,
    `IFS=$'\\t' read -r PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE < <(aws secretsmanager get-secret-value --secret-id "$SECRET" --query SecretString --output text | jq -r '[.host, .port, .username, .password, .database] | @tsv')`,
    ...(type === 'postgres' ? ['export PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE PGSSLMODE=require'] : []),
    tried,
  ];
  return `\n\`\`\`sh\n${commands.join('\n')}\n\`\`\`\n`;
}

function ofCaches(all: readonly (Database | Cache)[]): string {
  const secrets = secretsOf(all, 'redis');
  if (secrets === undefined) return '';
  const commands = [
    'sudo dnf install --assumeyes redis6 && alias redis-cli=redis6-cli',
    `SECRET=${secrets}`,
    `IFS=$'\\t' read -r HOST REDISCLI_AUTH < <(aws secretsmanager get-secret-value --secret-id "$SECRET" --query SecretString --output text | jq -r '[.host, .password] | @tsv')`,
    'export HOST REDISCLI_AUTH',
    'redis-cli -h "$HOST" --tls ping',
  ];
  return `\n\`\`\`sh\n${commands.join('\n')}\n\`\`\`\n`;
}

function secretsOf(all: readonly (Database | Cache)[], type: string): string | undefined {
  const [first, ...others] = all.filter((one) => one.type === type).map((one) => one.connectionSecret);
  return first && `${first}${others.length > 0 ? ` # or ${others.join(', ')}` : ''}`;
}
