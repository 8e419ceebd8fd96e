import * as z from 'zod/mini';
import { problemAt, type Validated, validate } from '../config/validate.ts';
import type { Node } from '../model/node.ts';
import type { Problem } from '../model/problem.ts';
import type { SourceFile } from '../model/source-file.ts';
import { parseYaml } from '../syntax/yaml/parse-yaml.ts';
import type { DatastoreType } from './blueprint.ts';
import type { WrittenBlueprint } from './schema.ts';

type WrittenService = NonNullable<WrittenBlueprint['services']>[string];

const maybe = z.exactOptional;
const probe = maybe(z.looseObject({ httpGet: maybe(z.looseObject({ path: z.string() })) }));
const container = z.looseObject({
  image: z.string(),
  command: maybe(z.array(z.string())),
  args: maybe(z.array(z.string())),
  variables: maybe(z.record(z.string(), z.string())),
  livenessProbe: probe,
  readinessProbe: probe,
  resources: maybe(
    z.looseObject({ requests: maybe(z.looseObject({ cpu: maybe(z.string()), memory: maybe(z.string()) })) }),
  ),
});

/** Source: the workload specification of Score, v1b1 (docs.score.dev). */
const workload = z.looseObject({
  apiVersion: z.literal('score.dev/v1b1'),
  metadata: z.looseObject({ name: z.string() }),
  containers: z.record(z.string(), container),
  service: maybe(
    z.looseObject({
      ports: maybe(z.record(z.string(), z.looseObject({ port: z.number(), targetPort: maybe(z.number()) }))),
    }),
  ),
  resources: maybe(
    z.record(
      z.string(),
      z.looseObject({
        type: z.string(),
        params: maybe(z.looseObject({ host: maybe(z.string()), path: maybe(z.string()) })),
      }),
    ),
  ),
});
type Workload = z.infer<typeof workload>;

const typesOf: Readonly<Record<string, DatastoreType>> = {
  postgres: 'postgres',
  mysql: 'mysql',
  redis: 'redis',
  s3: 'bucket',
  sqs: 'queue',
  sns: 'topic',
  dynamodb: 'table',
};

/** What leads requests to a workload, and is no datastore. */
const atTheEdge = new Set(['dns', 'route']);

export interface Imported {
  readonly written: WrittenBlueprint;
  readonly problems: readonly Problem[];
}

/** Adds the workloads of Score files as services, and what they need as datastores where it is not declared already. */
export function importScore(
  written: WrittenBlueprint,
  document: Node,
  open: (path: string) => SourceFile | undefined,
): Imported {
  const services = { ...written.services };
  const datastores = { ...written.datastores };
  const problems: Problem[] = [];
  const importedBy = new Map<string, string>();
  for (const [at, path] of (written.imports ?? []).entries()) {
    const complain = (message: string): void => {
      problems.push(problemAt(document, ['imports', at], message));
    };
    const file = open(path);
    if (!file) {
      complain(`there is no file ${path} beside the blueprint`);
      continue;
    }
    const { value, problems: wrong } = readWorkload(file);
    problems.push(...wrong);
    if (!value || wrong.length > 0) continue;
    const { name } = value.metadata;
    const [only, ...more] = Object.values(value.containers);
    if (services[name]) complain(`${path} is the service ${name}, which is declared already`);
    else if (!only || more.length > 0)
      complain(`${path} has ${more.length + (only ? 1 : 0)} containers, and a service is one: split it`);
    else services[name] = serviceOf(value, only, written);
    for (const [resource, { type }] of Object.entries(value.resources ?? {})) {
      if (type === 'service' || atTheEdge.has(type)) continue;
      const other = importedBy.get(resource);
      if (other !== undefined) {
        complain(
          `${path} and ${other} both call a resource ${resource}, and would share it: declare it under datastores where that is meant, or rename one`,
        );
        continue;
      }
      if (datastores[resource] || services[resource]) continue;
      const meant = typesOf[type];
      if (meant) {
        datastores[resource] = { type: meant };
        importedBy.set(resource, path);
      } else
        complain(
          `${resource} of ${path} is a ${type}, which nothing here provides: declare what stands for it`,
        );
    }
  }
  return { written: { ...written, services, datastores }, problems };
}

function readWorkload(file: SourceFile): Pick<Validated<Workload>, 'value' | 'problems'> {
  const { documents, problems } = parseYaml(file, 'core');
  const [root] = documents;
  if (root && problems.length === 0) return validate(workload, root);
  const empty: Problem = { kind: 'configuration', message: 'there is no workload in it', path: file.path };
  return { value: undefined, problems: problems.length > 0 ? problems : [empty] };
}

function serviceOf(
  { metadata, service, resources = {} }: Workload,
  one: Workload['containers'][string],
  { domain, datastores = {} }: WrittenBlueprint,
): WrittenService {
  const route = Object.values(resources).find(({ type }) => type === 'route');
  const host = route?.params?.host?.includes('$') === false ? route.params.host : metadata.name;
  const needs = Object.entries(resources).filter(
    ([name, { type }]) =>
      type === 'service' ||
      (!atTheEdge.has(type) && (typesOf[type] !== undefined || Object.hasOwn(datastores, name))),
  );
  const reached = domain === undefined || host.includes('.') ? host : `${host}.${domain}`;
  const variableOf = (resource: string, key: string): string => {
    const type = resources[resource]?.type;
    if (type === 'dns') return reached;
    const property = key === 'name' && (type === 'postgres' || type === 'mysql') ? 'database' : key;
    return `$(${`${resource}_${property}`.toUpperCase().replaceAll('-', '_')})`;
  };
  const variables = Object.entries(one.variables ?? {}).map(
    ([key, text]) => [key, withVariables(text, variableOf)] as const,
  );
  const [port] = Object.values(service?.ports ?? {});
  const ready = one.readinessProbe?.httpGet?.path ?? one.livenessProbe?.httpGet?.path;
  const { cpu, memory } = one.resources?.requests ?? {};
  const command = [...(one.command ?? []), ...(one.args ?? [])];
  return {
    image: one.image,
    ...(port ? { port: port.targetPort ?? port.port } : {}),
    ...(ready === undefined ? {} : { health: { ready, live: one.livenessProbe?.httpGet?.path ?? ready } }),
    ...(command.length > 0 ? { command } : {}),
    ...(cpu === undefined && memory === undefined
      ? {}
      : { resources: { ...(cpu ? { cpu } : {}), ...(memory ? { memory } : {}) } }),
    ...(needs.length > 0 ? { needs: needs.map(([name]) => name) } : {}),
    ...(route
      ? { expose: { host, ...(route.params?.path === undefined ? {} : { path: route.params.path }) } }
      : {}),
    // a variable that has the name of what Plinth gives anyway is that one
    ...(one.variables
      ? { env: Object.fromEntries(variables.filter(([key, text]) => text !== `$(${key})`)) }
      : {}),
  };
}

/** `${resources.db.host}` is the variable that Plinth gives a workload for what it needs: `$(DB_HOST)`; that of a `dns` is the host. */
function withVariables(value: string, variableOf: (resource: string, key: string) => string): string {
  return value.replace(/\$\{resources\.([\w-]+)\.(\w+)\}/g, (_, resource: string, key: string) =>
    variableOf(resource, key),
  );
}
