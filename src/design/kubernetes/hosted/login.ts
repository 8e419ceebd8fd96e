import { addonNamespaces } from '../../addon-namespaces.ts';
import { type Hosted, loginSecretOf } from '../../hosted.ts';
import { flow, type YamlMap } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';
import { labelsOf } from './labels.ts';

/** The password that Terraform made, as the datastore itself reads it; services have the same one from the same place. */
export function loginOf(one: Hosted, { vary }: Site): YamlMap {
  const name = loginSecretOf(one);
  const key = vary('secrets.login', one.connectionSecret);
  const properties = one.type === 'redis' ? ['password'] : ['username', 'password'];
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name, namespace: addonNamespaces.data, labels: labelsOf(one) },
    spec: {
      refreshInterval: '1h',
      secretStoreRef: { kind: 'SecretStore', name: 'secrets-manager' },
      target: {
        name,
        creationPolicy: 'Owner',
        deletionPolicy: 'Retain',
        template: {
          engineVersion: 'v2',
          ...(one.type === 'postgres' && {
            type: 'kubernetes.io/basic-auth',
            // the operator follows a password that was changed
            metadata: { labels: { 'cnpg.io/reload': 'true' } },
          }),
          data: Object.fromEntries(properties.map((property) => [property, `{{ .${property} }}`])),
        },
      },
      data: properties.map((property) => ({
        secretKey: property,
        remoteRef: typeof key === 'string' ? flow({ key, property }) : { key, property },
      })),
    },
  };
}
