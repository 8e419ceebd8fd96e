import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'istio/mtls-not-required',
  title: 'Mesh that takes plain traffic too',
  dimension: 'security',
  severity: 'medium',
  why: 'PERMISSIVE is meant for the time of moving into the mesh: a workload then still answers whoever speaks plain text, with no identity that a policy could ask for. DISABLE switches encryption off. STRICT refuses what is not authenticated.',
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7', 'hipaa:164.312(e)(1)'],
  sources: ['https://istio.io/latest/docs/reference/config/security/peer_authentication/'],
  visits: resources('PeerAuthentication.security.istio.io'),
  judge({ resource, node }) {
    const at = node.get('spec', 'mtls', 'mode');
    const mode = at?.text();
    if (!at || (mode !== 'PERMISSIVE' && mode !== 'DISABLE')) return;
    const isPart = node.has('spec', 'selector');
    return {
      message: `${resource.address} ${mode === 'DISABLE' ? 'switches mutual TLS off' : 'lets plain traffic in beside mutual TLS'}, so callers need no identity${isPart ? ' there' : ''}: set STRICT, and make exceptions for single ports.`,
      at,
      ...(isPart && mode === 'PERMISSIVE' && { severity: 'low' }),
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
    mode: PERMISSIVE
`,
    good: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
`,
  },
});
