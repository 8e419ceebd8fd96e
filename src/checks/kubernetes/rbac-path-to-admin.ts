import { boundSubjects } from '../../graph/kubernetes/access-rules.ts';
import { isSystemNamespace } from '../../graph/kubernetes/namespaces.ts';
import { inWords } from '../../graph/kubernetes/powers.ts';
import { type Way, waysToAdmin, workloadsOf } from '../../graph/kubernetes/ways-to-admin.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

interface WaySubject extends Subject {
  readonly way: Way;
}

const ways: Selector<WaySubject> = {
  of: 'service accounts with rights',
  find: (graph) => {
    const subjects = waysToAdmin(graph).map((way) => {
      const { resource, node } = way[0]!.held.subject;
      return { resource, node, way };
    });
    const reached = new Set(subjects.map(({ node }) => node));
    // those without a way are examined too
    const others = graph
      .select(boundSubjects)
      .filter(({ kind, node }) => kind === 'ServiceAccount' && !reached.has(node))
      .map(({ resource, node }) => ({ resource, node, way: [] }));
    return [...subjects, ...others];
  },
};

export default check({
  id: 'kubernetes/rbac-path-to-admin',
  title: 'Account that can become administrator',
  dimension: 'security',
  severity: 'high',
  why: 'Rights that look modest lead on: whoever may run pods in a namespace runs them as any service account of it, whoever may make tokens or impersonate takes the account itself. Where one of those is administrator of the cluster, so is everybody in front of it. Keep such accounts in namespaces of their own.',
  controls: ['cis-kubernetes:5.1.4', 'cis-kubernetes:5.1.8', 'soc2:CC6.3'],
  sources: [
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#privilege-escalation-risks',
  ],
  visits: ways,
  judge({ node, way }, graph) {
    const [first] = way;
    if (!first) return;
    const { account } = first;
    const holders = workloadsOf(graph, account);
    return {
      message: `${holders.length > 0 ? `${holders[0]} runs as service account` : 'Service account'} ${account.namespace}/${account.name}${holders.length > 0 ? ', which' : ''} can become administrator of the cluster: ${described(way)}. Take the first right away, or move the administrator into a namespace of its own.`,
      at: node,
      key: `${account.namespace}/${account.name}`,
      ...(isSystemNamespace(account.namespace) && { severity: 'low' }),
    };
  },
  examples: {
    bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: operator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: ServiceAccount, name: operator, namespace: shop }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: deployer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: deployer }
subjects: [{ kind: ServiceAccount, name: ci, namespace: shop }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - { apiGroups: [''], resources: [pods], verbs: [create] }
`,
    good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: operator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: ServiceAccount, name: operator, namespace: operators }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: deployer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: deployer }
subjects: [{ kind: ServiceAccount, name: ci, namespace: shop }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deployer
rules:
  - { apiGroups: [''], resources: [pods], verbs: [create] }
`,
  },
});

/** Each account with what it may do, through which binding and roles, to the last, which may do everything. */
function described(way: Way): string {
  return way
    .map(({ account, held }, at) => {
      const where = held.scope === '*' ? 'in all namespaces' : `in ${held.scope}`;
      const through = `${held.subject.resource.address} and ${held.through.join(', with what is aggregated from ')}`;
      const who = at === 0 ? 'it' : `${account.namespace}/${account.name}`;
      return `${who} may ${inWords[held.power]} ${where} (${through})`;
    })
    .join('; ');
}
