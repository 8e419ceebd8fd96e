import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { asTerraform } from '../../read/terraform/resource.ts';
import { attributeOf, literalFlag } from '../../read/terraform/written.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/key-destroyable',
  title: 'Encryption key that an apply may destroy',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'A key cannot be deleted, but taking it out of the code destroys all of its versions, and with them everything that was ever encrypted by it, backups too, thirty days later. prevent_destroy makes such a plan fail.',
  sameAs: ['checkov:CKV_GCP_82'],
  controls: ['pci-dss:3.7.5', 'soc2:A1.2'],
  sources: ['https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/kms_crypto_key'],
  visits: resources('google_kms_crypto_key'),
  judge({ resource }) {
    if (isNonProduction(resource)) return;
    const block = asTerraform(resource)?.block.body.items.find(
      (item) => item.kind === 'block' && item.type === 'lifecycle',
    );
    const guard = block?.kind === 'block' ? attributeOf(block.body.items, 'prevent_destroy') : undefined;
    if (guard && literalFlag(guard.value, true)) return;
    return {
      message: `${resource.address} and all that it ever encrypted may be destroyed by a plan that takes it out: add a lifecycle with prevent_destroy = true.`,
    };
  },
  examples: {
    bad: 'resource "google_kms_crypto_key" "orders" {\n  name            = "orders"\n  key_ring        = "projects/acme-shop/locations/europe-west3/keyRings/shop"\n  rotation_period = "7776000s"\n}\n',
    good: 'resource "google_kms_crypto_key" "orders" {\n  name            = "orders"\n  key_ring        = "projects/acme-shop/locations/europe-west3/keyRings/shop"\n  rotation_period = "7776000s"\n\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n',
  },
});
