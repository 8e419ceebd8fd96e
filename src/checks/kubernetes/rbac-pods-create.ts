import { accessRules, allows, isSystemRole } from '../../graph/kubernetes/access-rules.ts';
import { check } from '../check.ts';

type Made = readonly [group: string, resource: string];

const pods: readonly Made[] = [['', 'pods']];
const jobs: readonly Made[] = [['batch', 'jobs']];
/** What starts pods by a template that can be changed. */
const makers: readonly Made[] = [
  ['apps', 'deployments'],
  ['apps', 'statefulsets'],
  ['apps', 'daemonsets'],
  ['apps', 'replicasets'],
  ['', 'replicationcontrollers'],
  ['batch', 'cronjobs'],
];

export default check({
  id: 'kubernetes/rbac-pods-create',
  title: 'Role that may start pods',
  dimension: 'security',
  severity: 'low',
  why: 'Who may create pods, or create or change anything that makes them, can run one as any service account of the namespace, mount any Secret of it, and where no pod security level is enforced take the node. A deployer needs that; let it be one namespace, with a level enforced.',
  sameAs: [
    'kics:k8s/permissive_access_to_create_pods',
    'kube-linter:access-to-create-pods',
    'kubescape:rule-can-create-pod',
    'trivy:KSV-0048',
  ],
  controls: ['cis-kubernetes:5.1.4'],
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation'],
  visits: accessRules,
  judge(rule, graph) {
    if (rule.names.length > 0) return;
    // the wildcard itself is a finding of its own, and weighs more
    const isWild = rule.resources.includes('*');
    const among = (list: readonly Made[], ...verbs: readonly string[]) =>
      list
        .filter(([group, resource]) => allows(rule, verbs, group, resource))
        .map(([, resource]) => resource);
    const created = isWild ? among(pods, 'create') : among([...pods, ...jobs, ...makers], 'create');
    const changed = isWild ? [] : among(makers, 'update', 'patch');
    const found = created.length > 0 ? created : changed;
    if (found.length === 0) return;
    return {
      message: `${rule.resource.address} may ${created.length > 0 ? 'create' : 'change'} ${found.join(', ')}, and with ${created.length > 0 ? 'them' : 'their pod templates'} use any service account and Secret ${rule.clusterWide ? 'of the namespaces it is bound in' : 'of its namespace'}: bind it in as few namespaces as possible.`,
      at: rule.node.get('resources')!,
      key: rule.resources.join(),
      ...((isWild || created.length === 0 || isSystemRole(graph, rule.resource)) && { severity: 'info' }),
    };
  },
  examples: {
    bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [create, patch]
`,
    good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get, list]
  - apiGroups: [apps]
    resources: [deployments/scale]
    verbs: [patch]
`,
  },
});
