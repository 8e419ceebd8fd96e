import type { SimulationSettings } from '../../config/simulation.ts';
import { taskContainers } from '../../graph/aws/task-containers.ts';
import type { Graph } from '../../graph/graph.ts';
import { parseQuantity } from '../../graph/kubernetes/quantity.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Assumptions } from './assumption.ts';
import { numberAt } from './reading.ts';

/** What a service's tasks are made from. */
export interface TaskDefinition {
  readonly resource: Resource;
  readonly containers: readonly Node[];
  readonly checksHealth: boolean;
}

export function taskDefinitionOf(graph: Graph, service: Resource): TaskDefinition | undefined {
  const [resource] = graph
    .from(service)
    .flatMap(({ to }) => (to.type === 'aws_ecs_task_definition' ? [to] : []));
  if (!resource) return undefined;
  const containers = graph
    .select(taskContainers)
    .flatMap((one) => (one.resource === resource && one.told ? [one.told] : []));
  return {
    resource,
    containers,
    checksHealth: containers.some((one) => one.peek('healthCheck') !== undefined),
  };
}

const mib = 2 ** 20;

/** Millicores and bytes of a task: its own, or those of its containers together; what is not told is assumed, and said. */
export function sizeOfTask(
  definition: TaskDefinition | undefined,
  about: string,
  settings: SimulationSettings,
  assume: Assumptions,
): { readonly cpu: number; readonly memory: number } {
  const sum = (...fields: readonly string[]) => {
    const all = (definition?.containers ?? []).map((one) =>
      fields.map((field) => numberAt(one, field)).find((number) => number !== undefined),
    );
    return all.length === 0 || all.includes(undefined)
      ? undefined
      : all.reduce((total: number, number) => total + number!, 0);
  };
  const units = amount(definition?.resource.body.peek('cpu'), /^([\d.]+)\s*vcpu$/i, 1024) ?? sum('cpu');
  const mebibytes =
    amount(definition?.resource.body.peek('memory'), /^([\d.]+)\s*gb$/i, 1024) ??
    sum('memoryReservation', 'memory');
  const told = (what: 'cpu' | 'memory') => {
    const set = what === 'cpu' ? settings.cpuRequest : settings.memoryRequest;
    assume.add({
      about,
      assumed: set === undefined ? `no ${what} counts for its tasks` : `${set} ${what} for each task`,
      because: definition
        ? `its task definition does not tell its ${what}`
        : 'its task definition is not in the repository',
      setBy: `--${what}-request, simulation.${what}Request`,
    });
    return set === undefined ? 0 : (parseQuantity(set) ?? 0);
  };
  return {
    cpu: Math.ceil(units === undefined ? told('cpu') * 1000 : (units * 1000) / 1024),
    memory: mebibytes === undefined ? told('memory') : mebibytes * mib,
  };
}

/** A number, or a text such as `1 vCPU` and `2 GB`. Source: Amazon ECS Developer Guide, task size. */
function amount(node: Node | undefined, worded: RegExp, times: number): number | undefined {
  const plain = numberAt(node);
  if (plain !== undefined) return plain;
  const found = typeof node?.content === 'string' ? worded.exec(node.content.trim())?.[1] : undefined;
  return found === undefined ? undefined : Number(found) * times;
}
