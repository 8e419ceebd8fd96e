import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { identifier, nameIn } from '../names.ts';
import type { About } from './about.ts';
import { shell } from './markdown.ts';

/** The root that keeps the data of an environment: `terraform/environments/production/data`. */
export function dataRoot({ states }: Environment): string {
  return states.find(({ name }) => name === 'data' || name === 'all')!.path;
}

/** How writers are stopped. */
export function stop(about: About, environment: Environment, users: readonly string[]): string {
  const { cluster, services, jobs, functions, region } = environment;
  const { gitops } = about.architecture.delivery;
  const mine = <T extends { readonly name: string }>(all: readonly T[]) =>
    all.filter(({ name }) => users.includes(name));
  const commands = [
    ...mine(services).map(({ name, namespace }) =>
      cluster === undefined
        ? `aws ecs update-service --region ${region} --cluster ${nameIn(environment, environment.system, 'cluster')} --service ${nameIn(environment, name, 'service')} --desired-count 0`
        : `kubectl --namespace ${namespace} scale ${runnerOf(about, name)} --replicas=0`,
    ),
    ...(cluster === undefined ? [] : mine(jobs)).map(
      ({ name, namespace }) =>
        `kubectl --namespace ${namespace} patch cronjob/${name} --patch '{"spec":{"suspend":true}}'`,
    ),
    ...mine(functions).map(
      ({ name }) =>
        `aws lambda put-function-concurrency --region ${region} --function-name ${nameIn(environment, name, 'function')} --reserved-concurrent-executions 0`,
    ),
  ];
  const scheduled = cluster === undefined ? mine(jobs).map(({ name }) => name) : [];
  const notes = [
    ...(gitops === 'none' || commands.length === 0
      ? []
      : [`${gitops} and autoscalers bring them back: pause those first.`]),
    ...(scheduled.length > 0
      ? [`Disable the schedule of ${scheduled.join(', ')} too (EventBridge, Schedules).`]
      : []),
  ];
  const told = [notes.join(' '), commands.length > 0 ? shell(...commands) : ''].filter(Boolean).join('\n\n');
  return told === '' ? 'Nothing here writes by itself: let nobody do so.' : `Stop what writes.\n\n${told}`;
}

/** What runs a service in a cluster: `deployment/api`, or a Rollout where that was written. */
export function runnerOf({ written }: About, service: string): string {
  const rollout = new RegExp(`^kind: Rollout\\b[\\s\\S]{0,200}name: ['"]?${service}\\b`, 'm');
  return written.find(new RegExp(`^kubernetes/(.*/)?${service}/`), rollout).length > 0
    ? `rollouts.argoproj.io/${service}`
    : `deployment/${service}`;
}

/** Terraform forgets the old one and takes in the new one, at the address that its module gives it. */
export function adopt(
  { written }: About,
  environment: Environment,
  { name }: Datastore,
  module: string,
  type: string,
  id: string,
): string {
  const label =
    /resource "(?:aws_db_instance|aws_dynamodb_table)" "(\w+)"/.exec(
      written.text(`terraform/modules/${module}/main.tf`),
    )?.[1] ?? 'this';
  const address = `module.${identifier(name)}.${type}.${label}`;
  const root = dataRoot(environment);
  return shell(
    `terraform -chdir=${root} init`,
    `terraform -chdir=${root} state rm '${address}'`,
    `terraform -chdir=${root} import '${address}' ${id}`,
    `terraform -chdir=${root} plan`,
  );
}

/** The secret that says how to connect, where there is one. */
export function connectionOf(one: Datastore): string {
  return 'connectionSecret' in one ? one.connectionSecret : '';
}

/** Plans a root and applies that plan. */
export function applyRoot(path: string): string[] {
  return [
    `terraform -chdir=${path} init`,
    `terraform -chdir=${path} plan -out=tfplan`,
    `terraform -chdir=${path} apply tfplan`,
  ];
}

/** How kubectl comes to know a cluster. */
export function clusterAccess({ region, cluster }: Pick<Environment, 'region' | 'cluster'>): string {
  return `aws eks update-kubeconfig --region ${region} --name ${cluster!.name}`;
}
