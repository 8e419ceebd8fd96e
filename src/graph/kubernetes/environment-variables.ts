import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';
import { type Container, containers } from './pods.ts';

/** One item of a container's `env`. */
export interface EnvironmentVariable extends Subject {
  readonly container: Container;
  readonly name: string;
}

export const environmentVariables: Selector<EnvironmentVariable> = {
  of: 'environment variables',
  find: (graph: Graph) =>
    graph.select(containers).flatMap((container) =>
      itemsAt(container.node, 'env').flatMap((node) => {
        const name = textAt(node, 'name');
        return name ? [{ resource: container.resource, node, container, name }] : [];
      }),
    ),
};
