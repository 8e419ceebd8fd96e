import { accessRules, allows, isSystemRole } from '../../graph/kubernetes/access-rules.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/rbac-pods-exec',
  title: 'Role that may run commands in other pods',
  dimension: 'security',
  severity: 'medium',
  why: 'Who may create pods/exec or pods/attach acts as every pod of the namespace: with its files, its secrets and its service account. It belongs to people in an emergency, for a limited time, and hardly ever to a program.',
  sameAs: [
    'checkov:CKV2_K8S_2',
    'kics:k8s/rbac_roles_with_attach_permission',
    'kics:k8s/rbac_roles_with_exec_permission',
    'kubescape:exec-into-container-v1',
    'polaris:clusterrolePodExecAttach',
    'polaris:clusterrolebindingPodExecAttach',
    'polaris:rolePodExecAttach',
    'polaris:rolebindingClusterRolePodExecAttach',
    'polaris:rolebindingRolePodExecAttach',
    'trivy:KSV-0053',
    'trivy:KSV-0054',
  ],
  controls: ['soc2:CC6.3'],
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  visits: accessRules,
  judge(rule, graph) {
    if (rule.names.length > 0) return;
    // the wildcard itself is a finding of its own, and weighs more
    const isWild = rule.resources.includes('*');
    const found = ['pods/exec', 'pods/attach'].filter((resource) =>
      allows(rule, ['create', 'get'], '', resource),
    );
    // the kubelet runs commands for whoever reaches it
    const isKubelet = found.length === 0 && allows(rule, ['create', 'get'], '', 'nodes/proxy');
    if (found.length === 0 && !isKubelet) return;
    const how = isKubelet
      ? 'nodes/proxy leads to the kubelet'
      : isWild
        ? '* includes pods/exec'
        : found.join(', ');
    // agents that collect metrics ask for it to read
    const isReader = isKubelet && !allows(rule, ['create'], '', 'nodes/proxy');
    return {
      message: `${rule.resource.address} may run commands in pods (${how}), with the secrets and rights of each: take that out, or give it to people for the time of an emergency only.`,
      at: rule.node.get('resources')!,
      key: rule.resources.join(),
      ...((isWild || isReader || isSystemRole(graph, rule.resource)) && { severity: 'low' }),
    };
  },
  examples: {
    bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - apiGroups: [""]
    resources: [pods/exec]
    verbs: [create]
`,
    good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - apiGroups: [""]
    resources: [pods, pods/log]
    verbs: [get, list]
`,
  },
});
