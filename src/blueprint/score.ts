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
  resources: maybe(z.record(z.string(), z.looseObject({ type: z.string() }))),
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
    else services[name] = serviceOf(value, only);
    for (const [resource, { type }] of Object.entries(value.resources ?? {})) {
      if (datastores[resource] || services[resource] || type === 'service') continue;
      const meant = typesOf[type];
      if (meant) datastores[resource] = { type: meant };
      else
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

function serviceOf({ service, resources }: Workload, one: Workload['containers'][string]): WrittenService {
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
    ...(resources ? { needs: Object.keys(resources) } : {}),
    ...(one.variables ? { env: mapValues(one.variables, withVariables) } : {}),
  };
}

/** `${resources.db.host}` is the variable that Plinth gives a workload for what it needs: `$(DB_HOST)`. */
function withVariables(value: string): string {
  return value.replace(
    /\$\{resources\.([\w-]+)\.(\w+)\}/g,
    (_, resource: string, key: string) => `$(${`${resource}_${key}`.toUpperCase().replaceAll('-', '_')})`,
  );
}

function mapValues(map: Readonly<Record<string, string>>, change: (value: string) => string) {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
