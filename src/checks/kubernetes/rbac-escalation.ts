import { accessRules, isSystemRole } from '../../graph/kubernetes/access-rules.ts';
import { check } from '../check.ts';

const roles = { targets: ['roles', 'clusterroles'], group: 'rbac.authorization.k8s.io' };
const ways = [
  { verb: 'escalate', ...roles, means: 'write roles with rights that it does not have' },
  { verb: 'bind', ...roles, means: 'hand out roles that it does not have' },
  {
    verb: 'impersonate',
    targets: ['users', 'groups', 'serviceaccounts'],
    group: '',
    means: 'act as other users, groups or service accounts',
  },
];

export default check({
  id: 'kubernetes/rbac-escalation',
  title: 'Role that can give itself more',
  dimension: 'security',
  severity: 'high',
  why: 'Three verbs lead past RBAC: escalate lets one write roles with rights that one does not have, bind lets one hand out any role, impersonate lets one act as anybody, up to system:masters. Who has one of them on all objects is cluster-admin at will.',
  sameAs: [
    'checkov:CKV2_K8S_3',
    'checkov:CKV_K8S_157',
    'checkov:CKV_K8S_158',
    'kics:k8s/rbac_roles_allow_privilege_escalation',
    'kics:k8s/rbac_roles_with_impersonate_permission',
    'kubescape:rule-can-bind-escalate',
    'kubescape:rule-can-impersonate-users-groups-v1',
    'kyverno:restrict-escalation-verbs-roles/escalate',
    'trivy:KSV-0043',
  ],
  controls: ['cis-kubernetes:5.1.8', 'soc2:CC6.3'],
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/#escalate-verb'],
  visits: accessRules,
  judge(rule, graph) {
    const { resources, groups, names, node, resource, clusterWide } = rule;
    // of all verbs on roles that were named escalate and bind are two; on accounts of one namespace impersonate gives little
    const allVerbs = rule.verbs.includes('*');
    // the wildcards themselves are a finding of their own, and weigh more
    const isWild = allVerbs && resources.includes('*');
    const found = ways.filter(
      ({ verb, targets, group }) =>
        (rule.verbs.includes(verb) || (allVerbs && (group !== '' || isWild || clusterWide))) &&
        (groups.includes('*') || groups.includes(group)) &&
        (resources.includes('*') || targets.some((target) => resources.includes(target))),
    );
    if (found.length === 0) return;
    return {
      message: `${resource.address} may ${found.map(({ means }) => means).join(', and ')}, and so become anything: ${allVerbs ? 'name the verbs that are needed' : `take ${found.map(({ verb }) => verb).join(' and ')} out`}, or limit it with resourceNames.`,
      at: node.get('verbs')!,
      key: resources.join(),
      // who may do all with accounts hardly means impersonate
      ...(isWild || isSystemRole(graph, resource) || (allVerbs && found.every(({ group }) => group === ''))
        ? { severity: 'low' }
        : (names.length > 0 || !clusterWide || allVerbs) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    verbs: [bind, escalate]
`,
    good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    verbs: [get, list]
`,
  },
});
