import { accessRules, allows, isSystemRole } from '../../graph/kubernetes/access-rules.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/rbac-reads-secrets',
  title: 'Role that may read all Secrets',
  dimension: 'security',
  severity: 'medium',
  why: 'Who may get or list Secrets has every password, key and token in the namespace, and with a ClusterRole those of all namespaces, the tokens of other service accounts among them. Limit the rule to the names that are needed, or mount those Secrets.',
  sameAs: [
    'checkov:CKV2_K8S_5',
    'kics:k8s/rbac_roles_with_read_secrets_permissions',
    'kube-linter:access-to-secrets',
    'kubescape:rule-can-list-get-secrets-v1',
    'kyverno:restrict-secret-role-verbs/secret-verbs',
    'regula:FG_R00480',
    'trivy:KSV-0041',
    'trivy:KSV-0113',
    'kics:k8s/service_account_allows_access_secrets',
  ],
  controls: ['cis-kubernetes:5.1.2', 'soc2:CC6.3'],
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets'],
  visits: accessRules,
  judge(rule, graph) {
    if (rule.names.length > 0) return;
    // the wildcard itself is a finding of its own, and weighs more
    const isWild = rule.resources.includes('*');
    const found = ['secrets'].filter((resource) => allows(rule, ['get', 'list', 'watch'], '', resource));
    if (found.length === 0) return;
    return {
      message: `${rule.resource.address} may read every Secret${isWild ? ', since * includes them,' : ''}${rule.clusterWide ? ' of every namespace it is bound in' : ' of its namespace'}: name the ones it needs with resourceNames, or mount them.`,
      at: rule.node.get('resources')!,
      key: rule.resources.join(),
      ...((isWild || !rule.clusterWide || isSystemRole(graph, rule.resource)) && { severity: 'low' }),
    };
  },
  examples: {
    bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get, list]
`,
    good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get]
    resourceNames: [deployer-registry]
`,
  },
});
