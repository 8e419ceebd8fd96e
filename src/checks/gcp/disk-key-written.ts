import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

const places: readonly (readonly string[])[] = [
  ['disk_encryption_key', 'raw_key'],
  ['boot_disk', 'disk_encryption_key_raw'],
  ['attached_disk', 'disk_encryption_key_raw'],
  ['source_image_encryption_key', 'raw_key'],
  ['source_snapshot_encryption_key', 'raw_key'],
  ['snapshot_encryption_key', 'raw_key'],
];

export default check({
  id: 'gcp/disk-key-written',
  title: 'Disk encryption key written into the code',
  dimension: 'security',
  severity: 'critical',
  why: 'A key that stands in the repository encrypts nothing: everybody who reads the code, or the state, can read the disk. Use a key of Cloud KMS by kms_key_self_link, which never leaves it.',
  sameAs: ['trivy:GCP-0037'],
  controls: ['pci-dss:3.6.1', 'soc2:CC6.1'],
  sources: ['https://cloud.google.com/compute/docs/disks/customer-managed-encryption'],
  visits: resources(
    'google_compute_disk',
    'google_compute_region_disk',
    'google_compute_snapshot',
    'google_compute_instance',
    'google_compute_image',
  ),
  judge({ resource, node }) {
    const key = places.map((path) => node.peek(...path)).find(isWritten);
    if (!key) return;
    return {
      message: `${resource.address} has its encryption key in the code, where everybody reads it: use kms_key_self_link with a key of Cloud KMS.`,
      at: key,
    };
  },
  examples: {
    bad: 'resource "google_compute_disk" "data" {\n  name = "data"\n\n  disk_encryption_key {\n    raw_key = "bm90LWEtcmVhbC1rZXktYnV0LWFzLWxvbmc="\n  }\n}\n',
    good: 'resource "google_compute_disk" "data" {\n  name = "data"\n\n  disk_encryption_key {\n    kms_key_self_link = "projects/acme-shop/locations/europe-west3/keyRings/shop/cryptoKeys/disks"\n  }\n}\n',
  },
});

function isWritten(node: Node | undefined): boolean {
  return typeof node?.content === 'string' && node.content !== '';
}
