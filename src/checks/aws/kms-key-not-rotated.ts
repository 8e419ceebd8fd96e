import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/kms-key-not-rotated',
  title: 'Encryption key that is never rotated',
  dimension: 'security',
  severity: 'low',
  why: 'With rotation KMS makes new key material every year and keeps the old for decryption, so nothing has to be encrypted again and no caller notices. Without it the same material protects everything for ever, which every audit asks about.',
  sameAs: [
    'checkov:CKV_AWS_7',
    'kics:terraform/aws/cmk_rotation_disabled',
    'regula:FG_R00036',
    'trivy:AWS-0065',
  ],
  controls: ['cis-aws:3.6', 'pci-dss:3.7.4', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html'],
  visits: resources('aws_kms_key'),
  judge({ resource, node }) {
    // KMS rotates only symmetric encryption keys that it made itself
    if ((node.text('key_usage') ?? 'ENCRYPT_DECRYPT') !== 'ENCRYPT_DECRYPT') return;
    if ((node.text('customer_master_key_spec') ?? 'SYMMETRIC_DEFAULT') !== 'SYMMETRIC_DEFAULT') return;
    if (node.has('custom_key_store_id') || node.flag('is_enabled') === false) return;
    const rotation = node.get('enable_key_rotation');
    if (rotation?.flag() === true) return;
    return {
      message: `${resource.address} keeps the same key material for ever: set enable_key_rotation, which no caller notices.`,
      at: rotation ?? node,
      fix: {
        safety: 'safe',
        summary: 'set enable_key_rotation to true',
        edits: [{ op: 'set', in: node, path: ['enable_key_rotation'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_kms_key" "orders" {\n  description = "Orders"\n}\n',
    good: 'resource "aws_kms_key" "orders" {\n  description         = "Orders"\n  enable_key_rotation = true\n}\n',
  },
});
