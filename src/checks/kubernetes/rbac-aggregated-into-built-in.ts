import { rulesOf } from '../../graph/kubernetes/access-rules.ts';
import { inWords, powersOf } from '../../graph/kubernetes/powers.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/rbac-aggregated-into-built-in',
  title: 'Rights added to a role that everybody has',
  dimension: 'security',
  severity: 'high',
  why: 'The labels aggregate-to-view, -edit and -admin add the rules of a ClusterRole to the roles that people are given without a second thought, in every namespace where they are bound. view is for looking at what is no secret: reading Secrets or running commands through it is more than anybody meant to give.',
  controls: ['cis-kubernetes:5.1.2', 'soc2:CC6.3'],
  sources: ['https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles'],
  visits: resources('ClusterRole'),
  judge({ resource, node }) {
    // these Kubernetes itself makes
    if (resource.name.startsWith('system:') || ['admin', 'edit', 'view'].includes(resource.name)) return;
    const into = ['view', 'edit', 'admin'].find(
      (name) =>
        node.peek('metadata', 'labels', `rbac.authorization.k8s.io/aggregate-to-${name}`)?.content === 'true',
    );
    if (!into) return;
    const powers = [...new Set(rulesOf(resource).flatMap(powersOf))];
    // what edit and admin have anyway adds nothing
    const more = powers.filter(
      (power) => into === 'view' || ['everything', 'escalate', 'bind', 'impersonate'].includes(power),
    );
    if (more.length === 0) return;
    return {
      message: `${resource.address} is added to ${into}, so that everybody who has ${into} may ${more.map((power) => inWords[power]).join(', and ')}: take the label off, and bind the role to those who need it.`,
      at: node.get('metadata', 'labels')!,
    };
  },
  examples: {
    bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: shop-view
  labels: { rbac.authorization.k8s.io/aggregate-to-view: 'true' }
rules:
  - { apiGroups: [''], resources: [secrets], verbs: [get, list] }
`,
    good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: shop-view
  labels: { rbac.authorization.k8s.io/aggregate-to-view: 'true' }
rules:
  - { apiGroups: [''], resources: [configmaps], verbs: [get, list] }
`,
  },
});
