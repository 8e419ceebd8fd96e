import { certificateRequests, issuersOf } from '../../graph/kubernetes/certificates.ts';
import { itemsAt } from '../../graph/look.ts';
import { check } from '../check.ts';

export default check({
  id: 'cert-manager/wildcard-over-http',
  title: 'Wildcard certificate that cannot be issued',
  dimension: 'functionality',
  severity: 'high',
  why: "Let's Encrypt and other ACME authorities prove a wildcard by DNS only. An issuer with nothing but HTTP-01 solvers waits for ever, and what the certificate was for stays without one.",
  sources: [
    'https://letsencrypt.org/docs/challenge-types/',
    'https://cert-manager.io/docs/configuration/acme/',
  ],
  visits: certificateRequests,
  judge(request, graph) {
    const wild = request.names.find(({ content }) => String(content).startsWith('*.'));
    if (!wild) return;
    const found = issuersOf(graph, request).find(({ body }) => {
      const solvers = itemsAt(body, 'spec', 'acme', 'solvers');
      return solvers.length > 0 && solvers.every((solver) => solver.peek('http01') && !solver.peek('dns01'));
    });
    if (!found) return;
    return {
      message: `${request.resource.address} asks for ${String(wild.content)}, and ${found.address} proves names over HTTP alone, which is not enough for a wildcard: add a dns01 solver, or name the hosts.`,
      at: wild,
      key: String(wild.content),
    };
  },
  examples: {
    bad: `apiVersion: cert-manager.io/v1
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
  dnsNames: ['*.example.com']
  issuerRef: { kind: ClusterIssuer, name: letsencrypt }
`,
    good: `apiVersion: cert-manager.io/v1
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
});
