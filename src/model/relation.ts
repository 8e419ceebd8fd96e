import type { Node } from './node.ts';
import type { Resource } from './resource.ts';

/**
 * What one resource has to do with another, read as "from RELATION to".
 * For every relation but `guards`, `isolates`, `scales` and `scrapes`, `from` needs `to` in order to work.
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
  /** workload, ConfigMap → Terraform resource whose output configures it */
  | 'configured-by'
  /** claim → StorageClass, object → its CRD, child → parent */
  | 'uses';

export interface Relation {
  readonly kind: RelationKind;
  readonly from: Resource;
  readonly to: Resource;
  /** where `from` says so */
  readonly at?: Node;
}
