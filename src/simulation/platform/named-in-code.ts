import type { Graph } from '../../graph/graph.ts';
import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { settingsOf } from './settings-given.ts';
import { taskDefinitionOf } from './task-size.ts';
import type { Workload } from './workload.ts';

/** Something of a cloud that a workload's code leads to. */
export interface Leading {
  readonly resource: Resource;
  readonly through: string;
  readonly at: Node;
}

/** What a workload is led to by references and secrets, and not by a name that is written out. */
export function namedInCode(graph: Graph, workload: Workload): readonly Leading[] {
  const { resource, runs } = workload;
  if (runs === 'pod') return bySecrets(graph, resource);
  const direct = referencesOf(graph, workload);
  const throughStates = givenTo(graph, workload).flatMap(({ at, through }) =>
    outputsNamedAt(graph, resource, at).map((one) => ({ resource: one, through, at })),
  );
  return [...direct, ...throughStates].flatMap((one) => [one, ...behind(graph, one)]);
}

const places: Readonly<Record<'task' | 'instance' | 'function', readonly string[]>> = {
  task: ['container_definitions'],
  instance: ['user_data', 'user_data_base64'],
  function: ['environment', 'variables'],
};

function referencesOf(graph: Graph, { resource, runs }: Workload): readonly Leading[] {
  if (runs === 'pod') return [];
  const holders =
    runs === 'task'
      ? [taskDefinitionOf(graph, resource)?.resource]
      : runs === 'function'
        ? [resource]
        : graph.from(resource).map(({ to }) => to);
  const given = holders.flatMap((holder) =>
    (holder ? graph.from(holder) : []).flatMap(({ to, at, path }) =>
      at && path?.some((name) => places[runs].includes(name))
        ? [{ resource: to, through: path[0]!, at }]
        : [],
    ),
  );
  const sources = graph
    .to(resource)
    .flatMap(({ from }) => (from.type === 'aws_lambda_event_source_mapping' ? [from] : []))
    .flatMap((mapping) =>
      graph
        .from(mapping)
        .flatMap(({ to, at }) =>
          at && to !== resource ? [{ resource: to, through: mapping.address, at }] : [],
        ),
    );
  return [...given, ...sources];
}

/** Behind a secret: what its value is made from. */
function behind(graph: Graph, { resource, through, at }: Leading): readonly Leading[] {
  if (resource.type !== 'aws_secretsmanager_secret' && resource.type !== 'aws_ssm_parameter') return [];
  const versions = graph
    .to(resource)
    .flatMap(({ from }) => (from.type === 'aws_secretsmanager_secret_version' ? [from] : []));
  return [resource, ...versions]
    .flatMap((one) => graph.from(one).map(({ to }) => to))
    .filter((to) => to !== resource)
    .map((to) => ({ resource: to, through, at }));
}

/** Secrets that a pod takes from its environment or a volume, by what makes them. */
function bySecrets(graph: Graph, pod: Resource): readonly Leading[] {
  return graph.from(pod, 'uses').flatMap(({ to: maker, at }) =>
    at && maker.type === 'ExternalSecret.external-secrets.io'
      ? graph.from(maker, 'reads').flatMap(({ to }) => {
          const secret = { resource: to, through: `Secret ${maker.name}`, at };
          return behind(graph, secret);
        })
      : [],
  );
}

interface Given {
  readonly through: string;
  readonly at: Node;
}

/** Where values are written that are not known here: its own settings, and what the call of its module passes to them. */
function givenTo(graph: Graph, workload: Workload): readonly Given[] {
  const { resource } = workload;
  const own = settingsOf(graph, workload).filter(({ value }) => value === '');
  const [call] = /^(.+)\.[^.]+\.[^.]+$/.exec(resource.address)?.slice(1) ?? [];
  const made = graph.at(call ?? '').find(({ unit, type }) => unit === resource.unit && type === 'module');
  const content = made?.body.content;
  if (!(content instanceof Mapping)) return own;
  const passed = content.keys.flatMap((name, at) =>
    /env|secret|variable/i.test(name)
      ? [{ through: `${name} of ${made!.address}`, at: content.nodes[at]! }]
      : [],
  );
  return [...own, ...passed];
}

/** What outputs of other states that a place names stand for: `local.data.orders_secret_arn`, `data.terraform_remote_state.data.outputs.queue`. */
function outputsNamedAt(graph: Graph, resource: Resource, at: Node): readonly Resource[] {
  const readers = graph.ofType('data.terraform_remote_state').filter(({ unit }) => unit === resource.unit);
  if (readers.length === 0) return [];
  const { file, start, end } = at.origin();
  const words = new Set([...file.text.slice(start, end).matchAll(/\.([\w-]+)/g)].map(([, word]) => word));
  return readers
    .flatMap((reader) => graph.from(reader).map(({ to }) => to))
    .filter(({ type, name }) => type === 'output' && words.has(name))
    .flatMap((one) => graph.from(one).map(({ to }) => to));
}
