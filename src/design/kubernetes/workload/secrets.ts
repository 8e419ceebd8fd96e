import type { Job, SecretSource, Service } from '../../workload.ts';
import { flow, type YamlMap } from '../../yaml/yaml.ts';
import { selectorOf } from '../labels.ts';
import { storeOf } from '../namespace/secret-stores.ts';
import type { Site } from '../site.ts';

/** What the secret store holds for a workload, as Secrets of its own. */
export function externalSecretsOf(workload: Service | Job, site: Site): YamlMap[] {
  return workload.secrets.map((secret) => ({
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: secret.name, namespace: workload.namespace, labels: selectorOf(workload) },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'SecretStore', name: storeOf(secret, site) },
      target: { name: secret.name, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data: dataOf(secret, site),
    },
  }));
}

function dataOf({ name, remoteName, properties }: SecretSource, { vary }: Site): YamlMap[] {
  const key = vary(`secrets.${name}`, remoteName);
  return Object.entries(properties).map(([property, secretKey]) => ({
    secretKey,
    remoteRef: typeof key === 'string' ? flow({ key, property }) : { key, property },
  }));
}
