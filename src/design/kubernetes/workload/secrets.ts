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

function dataOf({ name, remoteName, addressName, properties }: SecretSource, site: Site): YamlMap[] {
  const { vary, architecture } = site;
  const key = vary(`secrets.${name}`, remoteName);
  const isCopied = architecture.environments.some(({ standby }) => standby !== undefined);
  const address =
    isCopied && 'host' in properties ? vary(`addresses.${name}`, addressName ?? remoteName) : key;
  return Object.entries(properties).map(([property, secretKey]) => {
    const from = property === 'host' ? address : key;
    return {
      secretKey,
      remoteRef: typeof from === 'string' ? flow({ key: from, property }) : { key: from, property },
    };
  });
}
