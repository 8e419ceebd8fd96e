import { nearest } from '../config/nearest.ts';
import type { Graph } from '../graph/graph.ts';
import { givenFile } from '../host/given-file.ts';
import type { Resource } from '../model/resource.ts';
import { UserError } from './options.ts';
import { resourcesAt } from './resources-at.ts';

const listed = 8;

/**
 * The resources that a user means: by address or its end, by id as `plinth graph` prints it, by `type/name` or `type name`
 * in any case, or by `file:line`, which may stand for several, as
 * `aws_subnet.private[*]` does.
 * @throws UserError where nothing is meant, or more than one thing
 */
export function findSubjects(
  graph: Graph,
  folder: string,
  asked: string,
  id: (resource: Resource) => string,
  environment: string | undefined,
): readonly Resource[] {
  const place = /^(.+):(\d+)$/.exec(asked);
  const path = place ? givenFile(folder, place[1]!) : undefined;
  if (place && path !== undefined) return atPlace(graph, path, Number(place[2]), environment);
  const within = (found: readonly Resource[]) =>
    environment === undefined ? found : found.filter(({ unit }) => unit.environment === environment);
  const all = /^(.+)\[\*\]$/.exec(asked)?.[1];
  if (all !== undefined) {
    const instances = within(graph.resources.filter(({ address }) => withoutKey(address, all)));
    if (instances.length > 0) return instances;
  }
  for (const find of ways) {
    const found = within(find(graph, asked, id));
    if (found.length === 1) return found;
    if (found.length > 1) throw ambiguous(asked, found, id);
  }
  throw unknown(graph, asked, environment, id);
}

/** Whether an address is that of an instance of a block: `module.net.aws_subnet.a["b"]` of `aws_subnet.a`. */
function withoutKey(address: string, block: string): boolean {
  const at = address.lastIndexOf('[');
  const bare = at < 0 || !address.endsWith(']') ? '' : address.slice(0, at);
  return bare === block || bare.endsWith(`.${block}`);
}

type Way = (graph: Graph, asked: string, id: (resource: Resource) => string) => readonly Resource[];

const ways: readonly Way[] = [
  (graph, asked, id) => graph.resources.filter((resource) => id(resource) === asked),
  (graph, asked) => graph.at(asked),
  (graph, asked) =>
    graph.resources.filter(({ address }) => address.endsWith(`/${asked}`) || address.endsWith(`.${asked}`)),
  (graph, asked) => graph.resources.filter(({ address }) => withoutKey(address, asked)),
  (graph, asked) => {
    const [type = '', name] = asked.toLowerCase().split(/[/ ]+/);
    return graph.resources.filter(
      (one) => one.name.toLowerCase() === name && one.type.split('.')[0]!.toLowerCase() === type,
    );
  },
  (graph, asked) => graph.resources.filter(({ name, type }) => name === asked && !isWiring(type)),
];

/** What a bare name does not mean. */
function isWiring(type: string): boolean {
  return /^(variable|output|provider|terraform|data\.)/.test(type);
}

function atPlace(
  graph: Graph,
  path: string,
  line: number,
  environment: string | undefined,
): readonly Resource[] {
  const found = resourcesAt(graph, path, line).filter(
    ({ unit }) => environment === undefined || unit.environment === environment,
  );
  if (found.length > 0) return found;
  const lines = graph.resources.flatMap(({ body }) => {
    const origin = body.origin();
    return origin.file.path === path ? [origin.file.lineAt(origin.start)] : [];
  });
  throw new UserError(
    `no resource is declared at ${path}:${line}`,
    lines.length > 0
      ? `resources of this file start at line ${[...new Set(lines)]
          .sort((a, b) => a - b)
          .slice(0, listed)
          .join(', ')}`
      : 'no resource is declared in this file',
  );
}

function ambiguous(asked: string, found: readonly Resource[], id: (resource: Resource) => string): UserError {
  const environments = new Set(found.map(({ unit }) => unit.environment));
  const ids = found.map(id);
  const shown = ids.slice(0, listed).map((one) => `"${one}"`);
  const more = ids.length > listed ? ` and ${ids.length - listed} more` : '';
  const byEnvironment =
    environments.size === found.length && !environments.has(undefined)
      ? `--environment ${[...environments].join(' or ')}, or `
      : '';
  return new UserError(
    `${asked} means ${found.length} resources`,
    `give ${byEnvironment}one of ${shown.join(', ')}${more}`,
  );
}

function unknown(
  graph: Graph,
  asked: string,
  environment: string | undefined,
  id: (resource: Resource) => string,
): UserError {
  const where = environment === undefined ? '' : ` in environment ${environment}`;
  const known = new Set(graph.resources.flatMap(({ unit }) => unit.environment ?? []));
  if (environment !== undefined && !known.has(environment))
    return new UserError(
      `there is no environment ${environment}`,
      known.size > 0 ? `there are ${[...known].sort().join(', ')}` : 'no unit here stands for an environment',
    );
  const means = nearestTo(graph, asked).map(id);
  return new UserError(
    `there is no resource ${asked}${where}`,
    means.length > 0
      ? `did you mean ${means.map((one) => `"${one}"`).join(' or ')}?`
      : '`plinth graph` lists all of them; give an address, or file:line',
  );
}

/** Resources whose address is like what was asked for, or holds its last word. */
function nearestTo(graph: Graph, asked: string): readonly Resource[] {
  const addresses = [...new Set(graph.resources.map(({ address }) => address))];
  const close = nearest(asked, addresses);
  const word = asked.split(/[/. ]/).at(-1)!.toLowerCase();
  const names = [...new Set(graph.resources.map(({ name }) => name))];
  const meant = nearest(word, names);
  const holding = addresses.filter((address) => word.length > 2 && address.toLowerCase().includes(word));
  const named = graph.resources.filter(({ name }) => name === meant).map(({ address }) => address);
  return [...new Set([...(close ? [close] : []), ...holding, ...named])]
    .slice(0, 4)
    .flatMap((address) => graph.at(address).slice(0, 2))
    .slice(0, 4);
}
