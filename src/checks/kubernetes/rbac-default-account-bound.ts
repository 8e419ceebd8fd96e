import { boundSubjects } from '../../graph/kubernetes/access-rules.ts';
import { isSystemNamespace } from '../../graph/kubernetes/namespaces.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/rbac-default-account-bound',
  title: 'Rights for the default service account',
  dimension: 'security',
  severity: 'medium',
  why: 'Every pod that names no service account runs as the one named default. Rights that are bound to it go to all of them, also to those that are added next year by somebody who does not know.',
  sameAs: ['checkov:CKV_K8S_42', 'kics:k8s/role_binding_to_default_service_account', 'regula:FG_R00498'],
  controls: ['cis-kubernetes:5.1.5', 'soc2:CC6.3'],
  sources: ['https://kubernetes.io/docs/concepts/security/rbac-good-practices/'],
  visits: boundSubjects,
  judge({ resource, node, kind, name, namespace, role }) {
    if (kind !== 'ServiceAccount' || name !== 'default') return;
    return {
      message: `${resource.address} gives ${role.name} to the service account default${namespace ? ` of ${namespace}` : ''}, and so to every pod there that names none: make a service account for the one that needs it.`,
      at: node,
      key: namespace ?? '',
      ...(isSystemNamespace(namespace) && { severity: 'low' }),
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
  name: view
subjects:
  - kind: ServiceAccount
    name: default
    namespace: shop
`,
    good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: deployer
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - kind: ServiceAccount
    name: deployer
    namespace: shop
`,
  },
});
