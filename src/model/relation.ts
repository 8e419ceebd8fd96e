import type { Node } from './node.ts';
import type { Resource } from './resource.ts';

/**
 * What one resource has to do with another, read as "from RELATION to".
 * For every relation but `guards`, `isolates`, `scales`, `scrapes`, `builds` and `deploys`, `from` needs `to` in order to work;
 * what each kind of change does along each relation is told in `src/impact/rules/`.
 */
export type RelationKind =
  /** Ingress, HTTPRoute, listener → Service, target */
  | 'routes-to'
  /** Service → workload, by selector */
  | 'selects'
  /** workload → ConfigMap, Secret, PersistentVolumeClaim (volume) */
  | 'mounts'
  /** workload → ConfigMap, Secret (environment) */
  | 'reads'
  /** workload → ServiceAccount; instance, function, cluster → IAM role */
  | 'runs-as'
  /** HorizontalPodAutoscaler, ScaledObject → workload */
  | 'scales'
  /** PodDisruptionBudget → workload */
  | 'guards'
  /** NetworkPolicy → workload */
  | 'isolates'
  /** ServiceMonitor, PodMonitor → Service, workload */
  | 'scrapes'
  /** RoleBinding, ClusterRoleBinding → subject (ServiceAccount) */
  | 'binds'
  /** RoleBinding → Role; IAM policy attachment → policy, role */
  | 'grants'
  /** ServiceAccount → IAM role, by annotation or pod identity */
  | 'assumes'
  /** resource → subnet, network */
  | 'placed-in'
  /** resource → security group, key, policy: it is attached to or protected by it */
  | 'protected-by'
  /** any Terraform expression that names another resource */
  | 'references'
  /** workflow or Dockerfile → workload that runs the image */
  | 'builds'
  /** workload, ConfigMap → cloud resource that a setting names, or whose output configures it */
  | 'configured-by'
  /** workload, ConfigMap → Service whose host name a setting holds */
  | 'calls'
  /** workload → workload that a NetworkPolicy lets it reach */
  | 'reaches'
  /** Argo CD Application, Flux Kustomization → the objects that it installs */
  | 'deploys'
  /** claim → StorageClass, object → its CRD, child → parent */
  | 'uses';

export interface Relation {
  readonly kind: RelationKind;
  readonly from: Resource;
  readonly to: Resource;
  /** where `from` says so */
  readonly at?: Node;
  /** a ConfigMap or Secret that a pod starts without */
  readonly optional?: true;
  /** the key that is wanted of a ConfigMap or Secret; absent where all are */
  readonly key?: string;
  /** Terraform: names of the attribute that says so and of the blocks around it: `network_interface`, `subnet_id` */
  readonly path?: readonly string[];
}
