import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'cert-manager/weak-private-key',
  title: 'Certificate with a key that is too short',
  dimension: 'security',
  severity: 'medium',
  why: 'A key of less than 2048 bits of RSA is refused by browsers and can be broken by those with money. ECDSA with 256 bits is stronger and faster.',
  controls: ['pci-dss:4.2.1'],
  sources: ['https://cert-manager.io/docs/usage/certificate/'],
  visits: resources('Certificate.cert-manager.io'),
  judge({ resource, node }) {
    const size = node.get('spec', 'privateKey', 'size');
    const algorithm = node.text('spec', 'privateKey', 'algorithm') ?? 'RSA';
    const bits = size?.amount();
    if (!size || bits === undefined || algorithm !== 'RSA' || bits >= 2048) return;
    return {
      message: `${resource.address} asks for a key of ${bits} bits, which is too short for RSA: use ECDSA with 256, or RSA with at least 2048.`,
      at: size,
    };
  },
  examples: {
    bad: `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop
  namespace: shop
spec:
  secretName: shop-tls
  dnsNames: [shop.example.com]
  issuerRef: { kind: ClusterIssuer, name: letsencrypt }
  privateKey: { algorithm: RSA, size: 1024 }
`,
    good: `apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop
  namespace: shop
spec:
  secretName: shop-tls
  dnsNames: [shop.example.com]
  issuerRef: { kind: ClusterIssuer, name: letsencrypt }
  privateKey: { algorithm: ECDSA, size: 256 }
`,
  },
});
