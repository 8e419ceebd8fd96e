import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

const day = 86_400;

export default check({
  id: 'gcp/kms-key-not-rotated',
  title: 'Encryption key that is seldom or never rotated',
  dimension: 'security',
  severity: 'medium',
  why: 'The longer one version of a key is used, the more data falls with it. Cloud KMS makes new versions by itself and still decrypts what older ones encrypted, so that rotation every 90 days needs no work at all.',
  sameAs: [
    'checkov:CKV_GCP_43',
    'kics:terraform/gcp/high_google_kms_crypto_key_rotation_period',
    'regula:FG_R00378',
    'trivy:GCP-0065',
  ],
  controls: ['cis-gcp:1.10', 'pci-dss:3.7.4', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/kms/docs/key-rotation'],
  visits: resources('google_kms_crypto_key'),
  judge({ resource, node }) {
    // only keys that encrypt and decrypt can be rotated by themselves
    const purpose = node.text('purpose') ?? 'ENCRYPT_DECRYPT';
    if (purpose !== 'ENCRYPT_DECRYPT' || node.has('import_only')) return;
    const period = node.get('rotation_period');
    const seconds = Number(/^(\d+(?:\.\d+)?)s$/.exec(period?.text() ?? '')?.[1] ?? Number.NaN);
    if (seconds <= 90 * day) return;
    return {
      message: Number.isNaN(seconds)
        ? `${resource.address} is never rotated: set rotation_period to "7776000s", 90 days.`
        : `${resource.address} is rotated every ${Math.round(seconds / day)} days: set rotation_period to "7776000s", 90 days.`,
      at: period ?? node,
      ...(seconds <= 366 * day && { severity: 'low' }),
      fix: {
        safety: 'safe',
        summary: 'rotate the key every 90 days',
        edits: [{ op: 'set', in: node, path: ['rotation_period'], value: '7776000s' }],
      },
    };
  },
  examples: {
    bad: 'resource "google_kms_crypto_key" "orders" {\n  name     = "orders"\n  key_ring = "projects/acme-shop/locations/europe-west3/keyRings/shop"\n}\n',
    good: 'resource "google_kms_crypto_key" "orders" {\n  name            = "orders"\n  key_ring        = "projects/acme-shop/locations/europe-west3/keyRings/shop"\n  rotation_period = "7776000s"\n}\n',
  },
});
