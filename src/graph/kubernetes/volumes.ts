import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import type { Selector, Subject } from '../selector.ts';
import { type Container, containersOf, type Pod, pods } from './pods.ts';

/** A place at which a container sees a volume. The node is the item of `volumeMounts`. */
export interface Mount extends Subject {
  readonly container: Container;
  /** name of the volume */
  readonly volume: string;
  readonly path: string;
  readonly readOnly: boolean;
}

/** A volume of a pod, with where it is mounted. The node is the item of `volumes`. */
export interface Volume extends Subject {
  readonly pod: Pod;
  readonly name: string;
  readonly mounts: readonly Mount[];
}

/** Volumes that pods declare themselves, without the claim templates of a StatefulSet. */
export const volumes: Selector<Volume> = {
  of: 'volumes',
  find: (graph: Graph) => graph.select(pods).flatMap(volumesOf),
};

/** Volumes of a pod that are folders or files of the node. */
export const hostPaths: Selector<Volume> = {
  of: 'host paths',
  find: (graph: Graph) => graph.select(volumes).filter(({ node }) => node.peek('hostPath') !== undefined),
};

export function volumesOf(pod: Pod): Volume[] {
  const mounts = containersOf(pod).flatMap(mountsOf);
  return itemsAt(pod.node, 'volumes').map((node) => {
    const name = textAt(node, 'name');
    const own = mounts.filter(({ volume }) => volume === name);
    return { resource: pod.resource, node, pod, name, mounts: own };
  });
}

export function mountsOf(container: Container): Mount[] {
  return itemsAt(container.node, 'volumeMounts').map((node) => ({
    resource: container.resource,
    node,
    container,
    volume: textAt(node, 'name'),
    path: textAt(node, 'mountPath'),
    readOnly: node.peek('readOnly')?.content === true,
  }));
}

/** Names of the volumes that a StatefulSet makes for each of its pods. */
export function claimTemplateNames({ resource }: Pod): readonly string[] {
  return itemsAt(resource.body, 'spec', 'volumeClaimTemplates').map((claim) =>
    textAt(claim, 'metadata', 'name'),
  );
}
