import { nameBy } from '../blueprint/names.ts';
import type { Owner } from './architecture.ts';
import type { Environment } from './environment.ts';

type Named = Pick<Environment, 'name' | 'namePattern' | 'system' | 'region'>;

/**
 * The name of a resource by the pattern of the blueprint: `production-orders-db`.
 * @param service a workload, a datastore, or the system itself for what is shared
 */
export function nameIn(environment: Named, service: string, resource: string): string {
  const { name: env, namePattern, system, region } = environment;
  return nameBy(namePattern, { env, service, resource, system, region });
}

/** All tags of something: those of the environment, and `service`, `owner`, `cost-centre`. */
export function tagsOf(
  environment: Pick<Environment, 'tags' | 'tagAliases'>,
  service: string,
  owner: Owner,
): Readonly<Record<string, string>> {
  const tags: Record<string, string> = {
    ...environment.tags,
    service,
    owner: owner.name,
    'cost-centre': owner.costCentre,
  };
  const aliases = Object.entries(environment.tagAliases).map(([alias, name]) => [alias, tags[name]!]);
  return { ...tags, ...Object.fromEntries(aliases) };
}

/** What names of secrets of an environment begin with; a standby reads copies of those that it stands for. */
export function secretsPath({
  name,
  system,
  standsFor,
}: Pick<Environment, 'name' | 'system' | 'standsFor'>): string {
  return `${standsFor ?? name}/${system}`;
}

/** What AWS knows a thing by: most cannot be renamed there, and would be made anew without what they hold. */
export function lastingName({
  name,
  formerly,
}: {
  readonly name: string;
  readonly formerly?: string;
}): string {
  return formerly ?? name;
}

/**
 * The name in AWS of a task or function, or of what belongs to it. It is that which it was made with: another one would be
 * another log group, another queue of what failed, and another target that is away until its tasks are there.
 */
export function workloadName(
  environment: Named & Pick<Environment, 'services' | 'jobs' | 'functions'>,
  name: string,
  resource: string,
): string {
  const { services, jobs, functions } = environment;
  const found = [...services, ...jobs, ...functions].find((one) => one.name === name);
  return nameIn(environment, found ? lastingName(found) : name, resource);
}

/** An identifier of Terraform for a name: `to_archive` for `to-archive`. */
export function identifier(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9_]/g, '_').replace(/^\d/, '_$&');
}

/** An environment variable for a name: `TO_ARCHIVE` for `to-archive`. */
export function variableName(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_');
}
