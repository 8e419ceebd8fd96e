import { secondsOf } from '../../graph/kubernetes/duration.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'external-secrets/never-refreshed',
  title: 'Secret that is fetched once and never again',
  dimension: 'security',
  severity: 'low',
  why: 'With a refresh interval of 0 a password that is replaced in the store stays as it was in the cluster: the rotation breaks the application, or is put off because it would.',
  controls: ['pci-dss:8.6.3'],
  sources: ['https://external-secrets.io/latest/api/externalsecret/#refresh-behavior'],
  visits: resources('ExternalSecret.external-secrets.io'),
  judge({ resource, node }) {
    const interval = node.get('spec', 'refreshInterval');
    const policy = node.get('spec', 'refreshPolicy');
    const at =
      policy?.text() === 'CreatedOnce'
        ? policy
        : interval && secondsOf(interval.text() ?? '') === 0
          ? interval
          : undefined;
    // one that waits for a change of its own manifest is refreshed by whoever rotates
    if (!at || policy?.text() === 'OnChange') return;
    return {
      message: `${resource.address} is fetched once and never again, so that a rotated secret does not arrive: set refreshInterval, such as 1h.`,
      at,
    };
  },
  examples: {
    bad: `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: database
  namespace: shop
spec:
  refreshInterval: 0s
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  dataFrom:
    - extract: { key: shop/database }
`,
    good: `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: database
  namespace: shop
spec:
  refreshInterval: 1h
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  dataFrom:
    - extract: { key: shop/database }
`,
  },
});
