import { boundSubjects } from '../../graph/kubernetes/access-rules.ts';
import { harmlessReads } from '../../graph/kubernetes/harmless-reads.ts';
import { check } from '../check.ts';

const groups: Readonly<Record<string, string>> = {
  'system:anonymous': 'whoever can reach the API server',
  'system:unauthenticated': 'whoever can reach the API server',
  'system:authenticated': 'whoever has any account',
  'system:masters': 'administrators',
};

/** What Kubernetes gives everybody itself. */
const publicRoles = new Set(['system:basic-user', 'system:discovery', 'system:public-info-viewer']);

export default check({
  id: 'kubernetes/rbac-open-to-all',
  title: 'Rights for everybody',
  dimension: 'security',
  severity: 'high',
  why: 'system:unauthenticated and system:anonymous are whoever can reach the API server; system:authenticated is whoever has any account, which on some clouds means any account of that cloud. Rights that they get beyond what Kubernetes gives them by default are public.',
  sameAs: [
    'kubescape:anonymous-access-enabled',
    'kyverno:restrict-binding-system-groups/restrict-anonymous',
    'kyverno:restrict-binding-system-groups/restrict-masters',
    'kyverno:restrict-binding-system-groups/restrict-unauthenticated',
    'trivy:KSV-01011',
    'trivy:KSV-0122',
    'trivy:KSV-0123',
  ],
  controls: ['cis-kubernetes:5.1.7', 'cis-gke:4.1.8', 'cis-gke:4.1.9', 'cis-gke:4.1.10', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings'],
  visits: boundSubjects,
  judge({ resource, node, kind, name, role }, graph) {
    const who = kind === 'Group' || kind === 'User' ? groups[name] : undefined;
    if (!who || role.name.startsWith('kubeadm:')) return;
    if (publicRoles.has(role.name)) {
      if (name === 'system:authenticated') return;
      return {
        message: `${resource.address} lets ${who} read ${role.name === 'system:public-info-viewer' ? 'the version and health of the cluster' : 'what its API serves'} without an account, as Kubernetes does by default: leave ${name} out unless probes from outside need it.`,
        at: node,
        key: name,
        severity: 'info',
      };
    }
    if (role.name === 'system:service-account-issuer-discovery')
      return {
        message: `${resource.address} lets ${who} read the public keys that tokens of service accounts are checked with: leave ${name} out unless something outside of the cluster has to ask its API server for them.`,
        at: node,
        key: name,
        severity: 'info',
      };
    if (name === 'system:masters')
      return {
        message: `${resource.address} binds ${role.name} to system:masters, a group that passes over RBAC and cannot be revoked: leave it to emergencies, and give people a group of their own.`,
        at: node,
        key: name,
        severity: 'low',
      };
    const roles = graph.from(resource, 'grants').map(({ to }) => harmlessReads(to));
    const reads = roles.every((each) => each !== undefined) ? roles[0] : undefined;
    if (reads) {
      const { what, named } = reads;
      const shown = `${what.slice(0, 3).join(', ')}${what.length > 3 ? ` and ${what.length - 3} more` : ''}`;
      return {
        message: `${resource.address} lets ${who} read ${shown || 'the health and version of the cluster'}: ${named ? `leave ${name} out unless that is public on purpose` : 'bind the role to those who need it, or name in it the objects that are public (resourceNames)'}.`,
        at: node,
        key: name,
        severity: named ? 'info' : 'medium',
      };
    }
    const isWhole = ['cluster-admin', 'admin', 'edit'].includes(role.name);
    return {
      message: `${resource.address} gives ${role.name} to ${name}, which means ${who}: bind it to those who need it.`,
      at: node,
      key: name,
      ...(isWhole && { severity: 'critical' }),
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
  - kind: Group
    apiGroup: rbac.authorization.k8s.io
    name: system:unauthenticated
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
  - kind: Group
    apiGroup: rbac.authorization.k8s.io
    name: platform-team
`,
  },
});
