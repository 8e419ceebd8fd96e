import type { Datastore } from '../datastore.ts';
import type { Environment } from '../environment.ts';
import { identifier } from '../names.ts';
import type { About } from './about.ts';
import { shell } from './markdown.ts';

/** The root that keeps the data of an environment: `terraform/environments/production/data`. */
export function dataRoot({ states }: Environment): string {
  return states.find(({ name }) => name === 'data' || name === 'all')!.path;
}

const adopted = /resource "(?:aws_db_instance|aws_dynamodb_table|aws_elasticache_replication_group)" "(\w+)"/;

/** Terraform forgets the old one and takes in the new one, at the address that its module gives it. */
export function adopt(
  { written }: About,
  environment: Environment,
  { name }: Datastore,
  module: string,
  type: string,
  id: string,
): string {
  const label = adopted.exec(written.text(`terraform/modules/${module}/main.tf`))?.[1] ?? 'this';
  const address = `module.${identifier(name)}.${type}.${label}`;
  const root = dataRoot(environment);
  return `${shell(
    `terraform -chdir=${root} init`,
    `terraform -chdir=${root} state rm '${address}'`,
    `terraform -chdir=${root} import '${address}' ${id}`,
    `terraform -chdir=${root} plan -out=tfplan`,
  )}\nWhere it only changes settings in place and makes nothing anew, apply it:\n\n${shell(`terraform -chdir=${root} apply tfplan`)}`;
}

/** Waits until it is so, since the CLI gives up after some minutes, and at once where a name is not known yet. */
export function awaited(command: string): string {
  return `until ${command}; do sleep 15; done`;
}

/** Gives an instance of RDS another name, which it has some minutes after it was asked for. */
export function renamed(region: string, from: string, to: string): string[] {
  return [
    `aws rds modify-db-instance --region ${region} --db-instance-identifier ${from} --new-db-instance-identifier ${to} --apply-immediately`,
    awaited(`aws rds wait db-instance-available --region ${region} --db-instance-identifier ${to}`),
  ];
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
