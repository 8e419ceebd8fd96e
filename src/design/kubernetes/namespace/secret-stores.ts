import { addonNamespaces } from '../../addon-namespaces.ts';
import type { Namespace } from '../../environment.ts';
import { vaultAuthority } from '../../vault-authority.ts';
import type { SecretSource } from '../../workload.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';

const aws = 'secrets-manager';
const vault = 'vault';

/** The store that holds a secret: what Terraform fills in is in AWS, whatever people chose for their own. */
export function storeOf({ kind }: SecretSource, { architecture }: Site): string {
  return architecture.platform.secrets === 'vault' && kind === 'app' ? vault : aws;
}

/** Where secrets of a namespace come from. */
export function secretStoresOf(namespace: Namespace, site: Site): YamlMap[] {
  const { environment } = site;
  const own = [...environment.services, ...environment.jobs].filter(
    (one) => one.namespace === namespace.name,
  );
  const used = new Set(own.flatMap(({ secrets }) => secrets.map((secret) => storeOf(secret, site))));
  return [
    ...(used.has(aws) ? [awsStoreIn(namespace.name, site)] : []),
    ...(used.has(vault) ? vaultStore(namespace) : []),
  ];
}

/** The store of AWS, for a namespace. */
export function awsStoreIn(name: string, { environment, vary }: Site): YamlMap {
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { name: aws, namespace: name },
    spec: {
      provider: why(
        { aws: { service: 'SecretsManager', region: vary('region', environment.region) } },
        'By the identity that EKS gives External Secrets: there is no key to keep.',
      ),
    },
  };
}

function vaultStore({ name }: Namespace): YamlMap[] {
  const reader = 'secret-reader';
  const authority = 'vault-ca';
  return [
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: authority, namespace: name },
      spec: {
        secretName: why(
          authority,
          'With the certificate of the authority, which that of Vault is held against.',
        ),
        commonName: `${reader}.${name}`,
        privateKey: { algorithm: 'ECDSA', size: 256, rotationPolicy: 'Always' },
        usages: ['client auth'],
        issuerRef: { name: vaultAuthority, kind: 'ClusterIssuer', group: 'cert-manager.io' },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: reader, namespace: name },
      automountServiceAccountToken: false,
    },
    {
      apiVersion: 'external-secrets.io/v1',
      kind: 'SecretStore',
      metadata: { name: vault, namespace: name },
      spec: {
        provider: {
          vault: {
            server: `https://vault.${addonNamespaces.vault}.svc.cluster.local:8200`,
            caProvider: { type: 'Secret', name: authority, key: 'ca.crt' },
            path: 'secret',
            version: 'v2',
            auth: {
              kubernetes: {
                mountPath: 'kubernetes',
                role: why(
                  name,
                  'A role of Vault that may read what this team owns, and is bound to this account.',
                ),
                serviceAccountRef: { name: reader },
              },
            },
          },
        },
      },
    },
  ];
}
