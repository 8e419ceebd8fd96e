import { certificateRequests, issuersOf } from '../../graph/kubernetes/certificates.ts';
import { holdsNear } from '../../graph/kubernetes/presence.ts';
import { check } from '../check.ts';

const issuerTypes = ['Issuer.cert-manager.io', 'ClusterIssuer.cert-manager.io'];

export default check({
  id: 'cert-manager/issuer-missing',
  title: 'Certificate from an issuer that does not exist',
  dimension: 'functionality',
  severity: 'high',
  why: 'A Certificate whose issuer is missing is never issued: the Secret stays empty, and the ingress answers with its own self-signed certificate, which browsers refuse. It usually follows a renamed issuer, or an Issuer where a ClusterIssuer was meant.',
  sources: ['https://cert-manager.io/docs/configuration/'],
  visits: certificateRequests,
  judge(request, graph) {
    const { resource, kind, issuer, at } = request;
    if (issuersOf(graph, request).length > 0 || issuer.includes('${')) return;
    // issuers of other parts of the repository tell nothing of where those of this one are kept
    if (!issuerTypes.some((type) => holdsNear(graph, resource, type))) return;
    const other = kind === 'Issuer' ? 'ClusterIssuer' : 'Issuer';
    const isOther = issuersOf(graph, { ...request, kind: other }).length > 0;
    return {
      message: `${resource.address} asks ${kind} ${issuer} for its certificate, which nothing in the repository declares${isOther ? ` (there is a ${other} of that name)` : ''}, so that it is never issued: correct the ${isOther ? 'kind' : 'name'}.`,
      at,
      key: issuer,
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
  dnsNames: [shop.example.com]
  issuerRef: { kind: Issuer, name: letsencrypt }
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
