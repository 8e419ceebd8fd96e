import { certificatesNear, covers } from '../../graph/kubernetes/certificates.ts';
import { resolveName } from '../../graph/kubernetes/names.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'cert-manager/ingress-uses-other-secret',
  title: 'Ingress that does not use the certificate made for it',
  dimension: 'functionality',
  severity: 'high',
  why: 'A certificate is written into one Secret, and the ingress reads one. Where the names differ, the controller serves its self-signed fallback and browsers refuse it, while the Certificate says Ready.',
  sources: ['https://cert-manager.io/docs/usage/ingress/'],
  visits: resources('Ingress'),
  judge({ resource, node }, graph) {
    // with the annotation cert-manager makes the certificate of this very Secret itself
    if (
      ['cert-manager.io/cluster-issuer', 'cert-manager.io/issuer'].some((key) =>
        node.peek('metadata', 'annotations', key),
      )
    )
      return;
    const certificates = certificatesNear(graph, resource);
    return itemsAt(node, 'spec', 'tls').flatMap((tls): Fault[] => {
      const at = tls.peek('secretName');
      const secret = textAt(tls, 'secretName');
      if (!at || secret === '' || resolveName(graph, resource, 'Secret', secret).length > 0) return [];
      const hosts = itemsAt(tls, 'hosts').map(({ content }) => String(content));
      const own = certificates.find(({ body }) => textAt(body, 'spec', 'secretName') === secret);
      if (own) {
        const names = itemsAt(own.body, 'spec', 'dnsNames').map(({ content }) => String(content));
        const open =
          names.length > 0 ? hosts.find((host) => !names.some((name) => covers(name, host))) : undefined;
        if (open === undefined) return [];
        return [
          {
            message: `${resource.address} serves ${open} with Secret ${secret}, and ${own.address}, which makes it, names only ${names.join(', ')}: add the host to its dnsNames.`,
            at: tls,
            key: open,
          },
        ];
      }
      const meant = certificates.find(({ body }) =>
        itemsAt(body, 'spec', 'dnsNames').some(({ content }) =>
          hosts.some((host) => covers(String(content), host)),
        ),
      );
      if (!meant) return [];
      return [
        {
          message: `${resource.address} reads its certificate from Secret ${secret}, and ${meant.address}, made for the same host, writes it to ${textAt(meant.body, 'spec', 'secretName')}: name the same Secret in both.`,
          at,
          key: secret,
        },
      ];
    });
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
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
spec:
  tls:
    - hosts: [shop.example.com]
      secretName: shop-cert
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: shop, port: { number: 80 } } }
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
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
spec:
  tls:
    - hosts: [shop.example.com]
      secretName: shop-tls
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend: { service: { name: shop, port: { number: 80 } } }
`,
  },
});
