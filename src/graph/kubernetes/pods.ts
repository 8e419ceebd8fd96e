import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';

/** A pod specification: a Pod's own, or the one in a workload's template. The node is the specification. */
export interface Pod extends Subject {
  /** the object that carries the pod's metadata: the Pod itself, or its template; absent where a template has none */
  readonly template: Node | undefined;
  readonly workload: Workload;
}

export type Workload = (typeof workloadTypes)[number];

/** Where each kind keeps its pod template. */
const templatePaths = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  PodTemplate: ['template'],
  'Rollout.argoproj.io': ['spec', 'template'],
  // of OpenShift; before version 4 it stood among the core objects
  'DeploymentConfig.apps.openshift.io': ['spec', 'template'],
  DeploymentConfig: ['spec', 'template'],
  'Service.serving.knative.dev': ['spec', 'template'],
  'Configuration.serving.knative.dev': ['spec', 'template'],
} as const;

export const workloadTypes = Object.keys(templatePaths) as (keyof typeof templatePaths)[];

/** Workloads that are meant to serve without end: no Job, CronJob or bare template. */
export const servingTypes = [
  'Deployment',
  'StatefulSet',
  'ReplicaSet',
  'ReplicationController',
  'Rollout.argoproj.io',
  'DeploymentConfig.apps.openshift.io',
  'DeploymentConfig',
] as const;

/** What OpenShift had before Deployments. */
export const deploymentConfigs = ['DeploymentConfig.apps.openshift.io', 'DeploymentConfig'] as const;

export type ContainerRole = 'main' | 'init' | 'sidecar' | 'ephemeral';

export interface Container extends Subject {
  readonly pod: Pod;
  readonly role: ContainerRole;
  /** `?` where it has none */
  readonly name: string;
}

/** What a workload's pods are made from: its metadata and specification. */
export function templateOf(resource: Resource): Node | undefined {
  const path = templatePaths[resource.type as keyof typeof templatePaths];
  return path && resource.body.peek(...path);
}

/** The pod specification of a workload, if it has one that is known. */
export function podOf(resource: Resource): Pod | undefined {
  const template = templateOf(resource);
  const node = template?.peek('spec');
  return node && { resource, node, template, workload: resource.type as Workload };
}

export const pods: Selector<Pod> = {
  of: 'pods',
  find: (graph) =>
    workloadTypes.flatMap((type) =>
      graph
        .ofType(type)
        .map(podOf)
        .filter((pod) => pod !== undefined),
    ),
};

/** Pods that run without end: of workloads that serve, of DaemonSets, and bare ones that are started again always. */
export const servingPods: Selector<Pod> = {
  of: 'serving pods',
  find: (graph) => graph.select(pods).filter(runsWithoutEnd),
};

/** Whether pods of it are started again always. */
export function runsWithoutEnd({ workload, node }: Pod): boolean {
  if (isServing(workload) || workload === 'DaemonSet') return true;
  return workload === 'Pod' && (node.peek('restartPolicy')?.content ?? 'Always') === 'Always';
}

/** All containers: main, init, sidecar and ephemeral. */
export const containers: Selector<Container> = {
  of: 'containers',
  find: (graph) => graph.select(pods).flatMap(containersOf),
};

/** The containers that do a pod's work: no init and no ephemeral ones. */
export const mainContainers: Selector<Container> = {
  of: 'main containers',
  find: (graph) => graph.select(containers).filter(({ role }) => role === 'main'),
};

/** Main containers of pods that run without end. */
export const servingContainers: Selector<Container> = {
  of: 'serving containers',
  find: (graph: Graph) => graph.select(mainContainers).filter(({ pod }) => runsWithoutEnd(pod)),
};

export function isServing(workload: string): boolean {
  return (servingTypes as readonly string[]).includes(workload);
}

export function containersOf(pod: Pod): Container[] {
  const of = (field: string, roleOf: (node: Node) => ContainerRole) => {
    const list = pod.node.peek(field)?.content;
    if (!Array.isArray(list)) return [];
    return (list as readonly Node[]).map((node) => ({
      resource: pod.resource,
      node,
      pod,
      role: roleOf(node),
      name: String(node.peek('name')?.content ?? '?'),
    }));
  };
  return [
    ...of('containers', () => 'main'),
    // an init container that restarts always is a sidecar (Kubernetes 1.29, KEP-753)
    ...of('initContainers', (node) =>
      node.peek('restartPolicy')?.content === 'Always' ? 'sidecar' : 'init',
    ),
    ...of('ephemeralContainers', () => 'ephemeral'),
  ];
}

/** Whether a container runs on Windows, where Linux capabilities, users and profiles mean nothing. @throws Undecided */
export function isWindows({ pod }: Pick<Container, 'pod'>): boolean {
  return (
    pod.node.text('os', 'name') === 'windows' ||
    pod.node.text('nodeSelector', 'kubernetes.io/os') === 'windows'
  );
}

/**
 * A security setting as the kubelet sees it: the container's own, else the pod's.
 * Source: Kubernetes API, SecurityContext: "if set in both, the value in SecurityContext takes precedence".
 * @throws Undecided
 */
export function securitySetting(container: Container, ...path: readonly string[]): Node | undefined {
  return container.node.get('securityContext', ...path) ?? container.pod.node.get('securityContext', ...path);
}
