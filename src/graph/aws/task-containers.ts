import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { SourceFile } from '../../model/source-file.ts';
import { Undecided } from '../../model/unknown.ts';
import { documentOf, writtenText } from '../../read/terraform/documents.ts';
import { parseJson } from '../../syntax/yaml/parse-json.ts';
import { textAt } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';

/** A container of an ECS task definition; `told` is missing where the definitions cannot be read. */
export interface TaskContainer extends Subject {
  readonly told: Node | undefined;
}

export const taskContainers: Selector<TaskContainer> = {
  of: 'containers of ECS tasks',
  find: (graph) =>
    graph.ofType('aws_ecs_task_definition').flatMap((resource) => {
      const written = resource.body.peek('container_definitions');
      return written ? containersOf(resource, written) : [];
    }),
};

/** The same of jobs of AWS Batch, whose container is written as one of ECS is, alone and without a name. */
export const containers: Selector<TaskContainer> = {
  of: 'containers of ECS tasks and Batch jobs',
  find: (graph) => [
    ...graph.select(taskContainers),
    ...graph.ofType('aws_batch_job_definition').flatMap((resource) => {
      const written = resource.body.peek('container_properties');
      if (!written || written.content === null) return [];
      const told = valueIn(written);
      return [{ resource, node: told ?? written, told }];
    }),
  ],
};

/** How a container is spoken of: `The container api of aws_ecs_task_definition.shop`. */
export function describeContainer({ told, resource }: TaskContainer): string {
  const name = textAt(told, 'name');
  return `The container ${name === '' ? '' : `${name} `}of ${resource.address}`;
}

/** @throws Undecided where the definitions cannot be told */
export function containerOf({ told, node }: TaskContainer): Node {
  if (!told) throw new Undecided(node, 'the container definitions cannot be told');
  return told;
}

function containersOf(resource: Resource, written: Node): TaskContainer[] {
  const parsed = valueIn(written);
  if (!parsed || !Array.isArray(parsed.content)) return [{ resource, node: written, told: undefined }];
  return (parsed.content as readonly Node[]).map((node) => ({ resource, node, told: node }));
}

function valueIn(written: Node): Node | undefined {
  const document = documentOf(written);
  return document?.kind === 'object' ? document.node : fromText(written);
}

function fromText(written: Node): Node | undefined {
  const text = writtenText(written);
  if (text === undefined) return undefined;
  return parseJson(new SourceFile(written.file.path, text, () => written)).documents[0];
}
