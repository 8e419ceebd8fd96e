import type { Rule } from './rule.ts';

const workloads =
  /^(Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|Rollout\.argoproj\.io)$/;

/**
 * Sources: Kubernetes documentation, Pod Lifecycle (a running container keeps its environment and mounted files when their
 * source is deleted, a new one does not start), Garbage Collection, Custom Resources, Dynamic Admission Control.
 */
export const kubernetesRules: readonly Rule[] = [
  // an Ingress works for those paths whose Service does; without it the Service loses a way in
  { kind: 'routes-to', from: /^(Ingress|Service|.*Route|VirtualService)/, forward: 'one-of', back: 'guard' },
  { kind: 'selects', forward: 'one-of' },
  { kind: 'calls', forward: 'needs' },
  { kind: 'reaches', forward: 'likely' },
  { kind: 'mounts', to: /^PersistentVolumeClaim$/, forward: 'needs' },
  { kind: ['mounts', 'reads'], forward: 'at-start' },
  { kind: 'runs-as', to: /^ServiceAccount$/, forward: 'at-start' },
  // what its pods ask of the cloud is refused
  { kind: 'assumes', forward: 'partly' },
  { kind: ['scales', 'guards', 'isolates', 'scrapes'], forward: 'idle', back: 'guard' },
  { kind: 'builds', back: 'guard' },
  { kind: 'deploys', back: 'guard' },
  { kind: 'binds', forward: 'idle', back: 'partly' },
  { kind: 'grants', from: /^(Cluster)?RoleBinding$/, forward: 'needs' },
  { kind: 'placed-in', to: /^Namespace$/, forward: 'lives-in' },
  // where it is told by the environment only
  { kind: 'placed-in', from: workloads, to: /cluster/, forward: 'likely-runs-in' },
  { kind: 'placed-in', from: workloads, to: /node_(group|pool)/, forward: 'lives-in-one-of' },
  // names of doors: without its zone nobody finds a host, without its certificate nobody is let in
  { kind: 'uses', to: /^aws_route53_zone$/, forward: 'needs' },
  { kind: 'uses', to: /^aws_acm_certificate$/, forward: 'likely' },
  { kind: 'uses', to: /^CustomResourceDefinition$/, forward: 'lives-in' },
  { kind: 'uses', to: /^PriorityClass$/, forward: 'only-at-start' },
  { kind: 'uses', to: /^StorageClass$/, forward: 'only-at-start' },
  // what makes Secrets leaves them where they are, and stops renewing them
  { kind: 'uses', to: /^(ExternalSecret|SealedSecret|Certificate|kubernetes_secret)/, forward: 'at-start' },
  { kind: ['uses', 'reads'], from: /^(ExternalSecret|Certificate)/, forward: 'only-at-start' },
  { kind: 'uses', from: workloads, to: /ecr|artifact_registry|container_registry/, forward: 'only-at-start' },
  { kind: 'uses', from: /^(Kustomization\.kustomize|HelmRelease)/, forward: 'only-at-start' },
];
