import type { Datastore } from '../../datastore.ts';
import { hostedIn, isHosted } from '../../hosted.ts';
import { nameIn } from '../../names.ts';
import type { Ground } from './ground.ts';

const addressOf = (cache: string) =>
  `"$(aws elasticache describe-replication-groups --replication-group-id ${cache} --query 'ReplicationGroups[0].NodeGroups[0].PrimaryEndpoint.Address' --output text)"`;
const loadBalancerOf = (name: string) =>
  `"$(aws elbv2 describe-load-balancers --names ${name} --query 'LoadBalancers[0].LoadBalancerArn' --output text | cut -d / -f 2-)"`;

/** What a variable of a command may be: names of this platform, of which the alert names one; none where only it knows. */
export function examplesOf(variable: string, runbook: string, ground: Ground): readonly string[] {
  const { environment, service, namespace, compute } = ground;
  const managed = environment.datastores.filter((one) => !isHosted(one));
  const namesOf = (...types: Datastore['type'][]) =>
    managed.filter(({ type }) => types.includes(type)).map(({ resourceName }) => resourceName);
  const caches = namesOf('redis');
  const queues = managed.filter((one) => one.type === 'queue');
  switch (variable) {
    case 'SERVICE':
    case 'CONTAINER':
      return [service];
    case 'NAMESPACE':
      return [namespace];
    case 'DATASTORE':
      return hostedIn(environment).map(({ name }) => name);
    case 'DB':
      return runbook === 'copy-behind' ? copiesOf(ground) : namesOf('postgres', 'mysql');
    case 'CACHE':
      return caches;
    case 'NODE':
      return runbook === 'copy-behind' ? caches.map((name) => `${name}-002`) : [];
    case 'CRONJOB':
    case 'JOB':
      return environment.jobs.map(({ name }) =>
        variable === 'JOB' && compute === 'ecs' ? nameIn(environment, name, 'job') : name,
      );
    case 'QUEUE':
      return queues.map(({ queueName }) => queueName);
    case 'DEAD_LETTERS':
      return queues.map(({ deadLetterName }) => deadLetterName);
    case 'TABLE':
      return managed.flatMap((one) => (one.type === 'table' ? [one.tableName] : []));
    case 'HOST':
      if (runbook !== 'certificate-expires') return caches.map(addressOf);
      return environment.services.flatMap(({ expose }) => (expose ? [expose.host] : []));
    case 'LOAD_BALANCER':
      return compute === 'ecs' ? [loadBalancerOf(nameIn(environment, environment.system, 'alb'))] : [];
    default:
      return [];
  }
}

/** Copies of databases in the recovery region. */
function copiesOf({ environment: { standby } }: Ground): string[] {
  return (standby?.datastores ?? []).flatMap((one) =>
    one.type === 'postgres' || one.type === 'mysql' ? [one.resourceName] : [],
  );
}
