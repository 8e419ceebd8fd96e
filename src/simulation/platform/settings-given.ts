import type { Graph } from '../../graph/graph.ts';
import { pairsOf, resolveName } from '../../graph/kubernetes/names.ts';
import { containersOf, type Pod, podOf } from '../../graph/kubernetes/pods.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { taskDefinitionOf } from './task-size.ts';
import type { Workload } from './workload.ts';

/** A value that a workload is given: an environment variable, an argument, a key of a ConfigMap. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  readonly at: Node;
  readonly through: string;
}

/** Environment variables and arguments of a workload's containers, with what they take from ConfigMaps. */
export function settingsOf(graph: Graph, workload: Workload): readonly Setting[] {
  const { resource } = workload;
  if (workload.runs === 'task') return settingsOfTask(graph, resource);
  if (workload.runs === 'function') return settingsOfFunction(resource);
  const pod = podOf(resource);
  if (!pod) return [];
  return containersOf(pod).flatMap(({ node, role }) => {
    if (role === 'ephemeral') return [];
    const variables = itemsAt(node, 'env').flatMap((item) => variableOf(graph, pod, item));
    const sources = itemsAt(node, 'envFrom').flatMap((item) => {
      const name = textAt(item, 'configMapRef', 'name');
      return name ? allOf(graph, pod, name) : [];
    });
    const words = [...itemsAt(node, 'args'), ...itemsAt(node, 'command')].flatMap((item) => argumentOf(item));
    return [...variables, ...sources, ...words];
  });
}

function variableOf(graph: Graph, pod: Pod, item: Node): Setting[] {
  const name = textAt(item, 'name');
  const value = item.peek('value');
  if (typeof value?.content === 'string')
    return [{ name, value: value.content, at: value, through: `environment variable ${name}` }];
  const map = textAt(item, 'valueFrom', 'configMapKeyRef', 'name');
  const key = textAt(item, 'valueFrom', 'configMapKeyRef', 'key');
  return map ? allOf(graph, pod, map).filter((one) => one.name === key) : [];
}

function allOf(graph: Graph, pod: Pod, name: string): Setting[] {
  const [map] = resolveName(graph, pod.resource, 'ConfigMap', name);
  const data = map?.body.peek('data');
  return pairsOf(data).map(([key, value]) => ({
    name: key,
    value,
    at: data!.peek(key)!,
    through: `${key} in ${map!.address}`,
  }));
}

/** `--redis=redis:6379` and what stands alone. */
function argumentOf(item: Node): Setting[] {
  if (typeof item.content !== 'string') return [];
  const [, name = '', value = item.content] = /^--?([\w.-]+)[= ](.*)$/s.exec(item.content) ?? [];
  return [{ name, value, at: item, through: `argument ${name ? `--${name}` : item.content.slice(0, 40)}` }];
}

/** What the environment of a task's containers says; values that are not known are empty, and looked at where they are written. */
function settingsOfTask(graph: Graph, service: Resource): readonly Setting[] {
  const { containers = [] } = taskDefinitionOf(graph, service) ?? {};
  return containers.flatMap((container) => [
    ...itemsAt(container, 'environment').flatMap((item) => namedValue(item, 'value')),
    ...itemsAt(container, 'secrets').flatMap((item) => namedValue(item, 'valueFrom')),
    ...itemsAt(container, 'command').flatMap(argumentOf),
  ]);
}

function namedValue(item: Node, field: string): readonly Setting[] {
  const name = textAt(item, 'name');
  const at = item.peek(field);
  if (!at) return [];
  return [
    {
      name,
      value: typeof at.content === 'string' ? at.content : '',
      at,
      through: `environment variable ${name}`,
    },
  ];
}

function settingsOfFunction({ body }: Resource): readonly Setting[] {
  const variables = body.peek('environment', 'variables');
  if (!(variables?.content instanceof Mapping)) return [];
  return variables.content.keys.map((name, at) => {
    const node = (variables.content as Mapping).nodes[at]!;
    return {
      name,
      value: typeof node.content === 'string' ? node.content : '',
      at: node,
      through: `environment variable ${name}`,
    };
  });
}
