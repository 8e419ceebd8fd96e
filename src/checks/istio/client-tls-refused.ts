import { fullHost } from '../../graph/kubernetes/mesh.ts';
import { mayMeet, namespaceOf } from '../../graph/kubernetes/names.ts';
import { textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'istio/client-tls-refused',
  title: 'Clients told not to encrypt what the server requires',
  dimension: 'functionality',
  severity: 'high',
  why: 'A DestinationRule with tls.mode DISABLE makes callers speak plain text, and a PeerAuthentication that is STRICT refuses that: every request fails with a reset connection, and each file looks right alone.',
  sources: ['https://istio.io/latest/docs/ops/common-problems/network-issues/'],
  visits: resources('DestinationRule.networking.istio.io'),
  judge({ resource, node }, graph) {
    const at = node.get('spec', 'trafficPolicy', 'tls', 'mode');
    if (at?.text() !== 'DISABLE') return;
    const host = fullHost(textAt(node, 'spec', 'host'), resource);
    const namespace = host.slice(host.indexOf('.') + 1);
    const strict = graph
      .ofType('PeerAuthentication.security.istio.io')
      .filter((policy) => mayMeet(policy, resource) && !policy.body.peek('spec', 'selector'))
      .filter((policy) => namespaceOf(policy) === namespace || namespaceOf(policy) === 'istio-system');
    const own = strict.filter((policy) => namespaceOf(policy) === namespace);
    const holding = (own.length > 0 ? own : strict).find((policy) => modeOf(policy) === 'STRICT');
    if (!holding) return;
    return {
      message: `${resource.address} makes callers of ${host} speak plain text, and ${holding.address} refuses that, so every request fails: use ISTIO_MUTUAL, or leave tls out.`,
      at,
    };
  },
  examples: {
    bad: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: api
  namespace: shop
spec:
  host: api
  trafficPolicy:
    tls: { mode: DISABLE }
`,
    good: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: api
  namespace: shop
spec:
  host: api
  trafficPolicy:
    tls: { mode: ISTIO_MUTUAL }
`,
  },
});

function modeOf({ body }: Resource): string {
  return textAt(body, 'spec', 'mtls', 'mode');
}
