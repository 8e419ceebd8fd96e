import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** Names that lead to the machine of a developer. */
const local = /(?:^|\.)(?:localhost|local|localdomain|test|internal|nip\.io|sslip\.io)$/;

/** Annotations by which a controller gets its certificate otherwise; with ALB groups another Ingress may name it. */
const certificates =
  /^(?:alb\.ingress\.kubernetes\.io\/(?:certificate-arn|group\.name)|networking\.gke\.io\/managed-certificates|ingress\.gcp\.kubernetes\.io\/pre-shared-cert|networking\.gke\.io\/certmap|appgw\.ingress\.kubernetes\.io\/appgw-ssl-certificate|traefik\.ingress\.kubernetes\.io\/router\.tls.*|nginx\.ingress\.kubernetes\.io\/ssl-passthrough|ingress\.cilium\.io\/tls-passthrough|haproxy\.org\/ssl-passthrough)$/;

/** Classes whose controllers always end TLS themselves. */
const withTls = /tailscale|ngrok|cloudflare|openshift/;

export default check({
  id: 'kubernetes/ingress-without-tls',
  title: 'Ingress without TLS',
  dimension: 'security',
  severity: 'medium',
  why: "Without TLS everything that goes through an Ingress, passwords and session cookies among it, can be read and changed on its way. A certificate costs nothing with cert-manager or the cloud's own.",
  sameAs: [
    'gatekeeper:httpsonly/tls-required',
    'kubescape:ingress-no-tls',
    'kyverno:require-ingress-https/has-tls',
    'polaris:tlsSettingsMissing',
  ],
  controls: ['cis-eks:5.4.5', 'pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://kubernetes.io/docs/concepts/services-networking/ingress/#tls'],
  visits: resources('Ingress'),
  judge({ resource, node }) {
    if (node.list('spec', 'tls').length > 0 || endsTlsElsewhere(node)) return;
    const hosts = node.list('spec', 'rules').map((rule) => rule.text('host') ?? '');
    if (hosts.length > 0 && hosts.every((host) => local.test(host))) return;
    return {
      message: `${resource.address} serves ${hosts.filter((host) => host !== '').join(', ') || 'every host'} without TLS: add spec.tls with a certificate.`,
      at: node.get('spec') ?? node,
      ...(isNonProduction(resource) && { severity: 'low' }),
    };
  },
  examples: {
    bad: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service: { name: api, port: { number: 80 } }
`,
    good: `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
spec:
  tls:
    - hosts: [shop.example.com]
      secretName: shop-certificate
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service: { name: api, port: { number: 80 } }
`,
  },
});

function endsTlsElsewhere(ingress: Node): boolean {
  const annotations = ingress.entries('metadata', 'annotations');
  if (annotations.some(([key, value]) => certificates.test(key) && value.text() !== 'false')) return true;
  if (annotations.some(([key, value]) => key.endsWith('/listen-ports') && value.text()?.includes('HTTPS')))
    return true;
  if (annotations.some(([key, value]) => key.endsWith('router.entrypoints') && value.text() === 'websecure'))
    return true;
  const named = annotations.find(([key]) => key === 'kubernetes.io/ingress.class')?.[1].text();
  return withTls.test(ingress.text('spec', 'ingressClassName') ?? named ?? '');
}
