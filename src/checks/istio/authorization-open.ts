import { itemsAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'istio/authorization-open',
  title: 'Authorization policy that allows everybody',
  dimension: 'security',
  severity: 'medium',
  why: 'A rule without from, to and when meets every request. A policy that allows with one reads as if somebody were kept out, and lets all in, from outside of the mesh too.',
  controls: ['soc2:CC6.1'],
  sources: ['https://istio.io/latest/docs/reference/config/security/authorization-policy/'],
  visits: resources('AuthorizationPolicy.security.istio.io'),
  judge({ resource, node }) {
    if ((node.text('spec', 'action') ?? 'ALLOW') !== 'ALLOW') return;
    const open = itemsAt(node, 'spec', 'rules').find(
      (rule) => !['from', 'to', 'when'].some((part) => rule.has(part)),
    );
    if (!open || /allow-all|health|public/.test(resource.name)) return;
    return {
      message: `A rule of ${resource.address} has no condition, so it allows every request of everybody: say from whom (principals, namespaces) and to what (paths, methods).`,
      at: open,
    };
  },
  examples: {
    bad: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: api, namespace: shop }
spec:
  action: ALLOW
  rules:
    - {}
`,
    good: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: api, namespace: shop }
spec:
  action: ALLOW
  rules:
    - from:
        - source: { principals: [cluster.local/ns/shop/sa/web] }
`,
  },
});
