import { certificateRequests, issuersOf } from '../../graph/kubernetes/certificates.ts';
import { standsInProduction } from '../../graph/kubernetes/stage.ts';
import { textAt } from '../../graph/look.ts';
import { check } from '../check.ts';

export default check({
  id: 'cert-manager/staging-issuer-in-production',
  title: 'Certificate of a test authority in production',
  dimension: 'functionality',
  severity: 'high',
  why: "The staging service of Let's Encrypt exists for trying things out: no browser and no client trusts what it signs. In production every caller sees a warning or fails.",
  sources: ['https://letsencrypt.org/docs/staging-environment/'],
  visits: certificateRequests,
  judge(request, graph) {
    const { resource, at, issuer } = request;
    if (!standsInProduction(resource)) return;
    const staging = issuersOf(graph, request).find(({ body }) =>
      /acme-staging/.test(textAt(body, 'spec', 'acme', 'server')),
    );
    if (!staging) return;
    return {
      message: `${resource.address} is production and gets its certificate from ${staging.address}, the staging service of Let's Encrypt, which nobody trusts: use the issuer of the production service.`,
      at,
      key: issuer,
    };
  },
  examples: {
    bad: {
      'clusters/production/shop.yaml': `apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata:
  name: letsencrypt
spec:
  acme:
    server: https://acme-staging-v02.api.letsencrypt.org/directory
    privateKeySecretRef: { name: letsencrypt-account }
    solvers:
      - http01: { ingress: { ingressClassName: nginx } }
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop
  namespace: shop
spec:
  secretName: shop-tls
  dnsNames: [shop.example.com]
  issuerRef: { kind: ClusterIssuer, name: letsencrypt }
`,
    },
    good: {
      'clusters/production/shop.yaml': `apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata:
  name: letsencrypt
spec:
  acme:
    server: https://acme-v02.api.letsencrypt.org/directory
    privateKeySecretRef: { name: letsencrypt-account }
    solvers:
      - http01: { ingress: { ingressClassName: nginx } }
---
apiVersion: cert-manager.io/v1
kind: Certificate
metadata:
  name: shop
  namespace: shop
spec:
  secretName: shop-tls
  dnsNames: [shop.example.com]
  issuerRef: { kind: ClusterIssuer, name: letsencrypt }
`,
    },
  },
});
