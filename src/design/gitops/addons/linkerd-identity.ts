import { why, type YamlMap } from '../../yaml/yaml.ts';

/** Webhooks of the control plane: their key in the values of the chart, and their Service. */
export const webhooks = [
  ['proxyInjector', 'linkerd-proxy-injector'],
  ['profileValidator', 'linkerd-sp-validator'],
  ['policyValidator', 'linkerd-policy-validator'],
] as const;

const roots = 'linkerd-identity-trust-roots';

/**
 * Whom the mesh trusts: a root that stays, an issuer below it that is renewed every two days, and the root's certificate
 * for everyone. Source: linkerd.io, automatically rotating control plane TLS credentials.
 */
export const linkerdIdentity: readonly YamlMap[] = [
  {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Issuer',
    metadata: { name: 'linkerd-trust-root', namespace: 'linkerd' },
    spec: { selfSigned: {} },
  },
  certificate('linkerd-trust-anchor', 'root.linkerd.cluster.local', '87600h', 'linkerd-trust-root'),
  {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Issuer',
    metadata: { name: 'linkerd-trust-anchor', namespace: 'linkerd' },
    spec: { ca: { secretName: 'linkerd-trust-anchor' } },
  },
  certificate('linkerd-identity-issuer', 'identity.linkerd.cluster.local', '48h', 'linkerd-trust-anchor'),
  {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Issuer',
    metadata: { name: 'linkerd-webhooks', namespace: 'linkerd' },
    spec: { ca: { secretName: 'linkerd-webhooks-root' } },
  },
  certificate('linkerd-webhooks-root', 'webhooks.linkerd.cluster.local', '87600h', 'linkerd-trust-root'),
  ...webhooks.map(([, name]) => webhookCertificate(name)),
  {
    apiVersion: 'trust.cert-manager.io/v1alpha1',
    kind: 'Bundle',
    metadata: { name: roots },
    spec: {
      sources: [{ secret: { name: 'linkerd-trust-anchor', key: 'tls.crt' } }],
      target: {
        configMap: { key: 'ca-bundle.crt' },
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'linkerd' } },
      },
    },
  },
];

function certificate(name: string, commonName: string, duration: string, issuer: string): YamlMap {
  const stays = duration === '87600h';
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name, namespace: 'linkerd' },
    spec: {
      secretName: name,
      commonName,
      dnsNames: [commonName],
      isCA: true,
      duration,
      renewBefore: stays ? '8760h' : '25h',
      privateKey: why(
        { algorithm: 'ECDSA', size: 256, rotationPolicy: stays ? 'Never' : 'Always' },
        stays
          ? 'A new key of the root would part running proxies from those that start later.'
          : 'A new key each time.',
      ),
      usages: ['cert sign', 'crl sign', 'server auth', 'client auth'],
      issuerRef: { name: issuer, kind: 'Issuer', group: 'cert-manager.io' },
    },
  };
}

/** What the API server knows a webhook by. */
function webhookCertificate(name: string): YamlMap {
  const host = `${name}.linkerd.svc`;
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: { name, namespace: 'linkerd' },
    spec: {
      secretName: `${name}-k8s-tls`,
      commonName: host,
      dnsNames: [host],
      isCA: false,
      duration: '2160h',
      renewBefore: '720h',
      privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
      usages: ['server auth'],
      issuerRef: { name: 'linkerd-webhooks', kind: 'Issuer', group: 'cert-manager.io' },
    },
  };
}
