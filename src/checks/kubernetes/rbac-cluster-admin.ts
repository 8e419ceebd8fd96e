import type { Graph } from '../../graph/graph.ts';
import { adminRoleOf, boundSubjects } from '../../graph/kubernetes/access-rules.ts';
import { isSystemNamespace } from '../../graph/kubernetes/namespaces.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/rbac-cluster-admin',
  title: 'Binding to a role that may do everything',
  dimension: 'security',
  severity: 'high',
  why: 'cluster-admin may do everything to everything, in all namespaces, now and later. A program that holds it hands the whole cluster to whoever takes it over. Bind a role that lists what it does.',
  sameAs: [
    'kics:k8s/cluster_admin_role_binding_with_super_user_permissions',
    'kube-linter:cluster-admin-role-binding',
    'kubescape:cluster-admin-role',
    'kubescape:rule-list-all-cluster-admins-v1',
    'kyverno:restrict-binding-clusteradmin/clusteradmin-bindings',
    'polaris:clusterrolebindingClusterAdmin',
    'polaris:rolebindingClusterAdminClusterRole',
    'polaris:rolebindingClusterAdminRole',
    'regula:FG_R00479',
    'trivy:KSV-0111',
  ],
  controls: ['cis-kubernetes:5.1.1', 'pci-dss:7.2.1', 'soc2:CC6.3'],
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  visits: boundSubjects,
  judge({ resource, node, kind, name, namespace, role, clusterWide }, graph) {
    // these Kubernetes itself makes
    if (/^(?:system|gce):/.test(resource.name) || (kind === 'Group' && name === 'system:masters')) return;
    const isBuiltIn = role.name === 'cluster-admin' && isBuiltInRole(graph, resource, role.kind);
    const own = isBuiltIn ? undefined : adminRoleOf(graph, resource);
    if (!isBuiltIn && !own) return;
    const isProgram = kind === 'ServiceAccount';
    const who = isProgram
      ? `service account ${namespace ? `${namespace}/` : ''}${name}`
      : `${kind.toLowerCase()} ${name}`;
    return {
      message: `${resource.address} makes ${who} ${clusterWide ? 'administrator of the whole cluster' : 'administrator of its namespace'}${own ? ` through ${own.address}, which allows everything` : ''}: bind a role with the rights that are needed.`,
      at: node,
      key: `${kind}/${name}`,
      // a role of one's own was written on purpose, and is a finding itself
      ...((own || !isProgram || !clusterWide || isSystemNamespace(namespace)) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: deployer
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
  - kind: ServiceAccount
    name: deployer
    namespace: shop
`,
    good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: deployer
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: deployer
subjects:
  - kind: ServiceAccount
    name: deployer
    namespace: shop
`,
  },
});

/** A Role of that name which nothing here makes is the built-in one, or one like it, by another kind. */
function isBuiltInRole(graph: Graph, binding: Resource, kind: string): boolean {
  return kind === 'ClusterRole' || graph.from(binding, 'grants').length === 0;
}
