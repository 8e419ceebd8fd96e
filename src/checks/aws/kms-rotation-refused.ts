import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/kms-rotation-refused',
  title: 'Rotation asked of a key that KMS does not rotate',
  dimension: 'functionality',
  severity: 'medium',
  why: 'KMS makes new material only for symmetric keys for encryption that it made itself. For keys that sign, for key pairs and for those of a custom key store it refuses, so the apply makes the key and then fails. Such a key is replaced by hand, by a new one behind the same alias.',
  // its rule for rotation also names key pairs that ask for it
  sameAs: ['kics:terraform/aws/cmk_rotation_disabled'],
  controls: ['pci-dss:3.7.4'],
  sources: ['https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html'],
  visits: resources('aws_kms_key'),
  judge({ resource, node }) {
    const rotation = node.get('enable_key_rotation');
    if (rotation?.flag() !== true) return;
    const spec = node.text('customer_master_key_spec') ?? 'SYMMETRIC_DEFAULT';
    const usage = node.text('key_usage') ?? 'ENCRYPT_DECRYPT';
    const isElsewhere = node.has('custom_key_store_id');
    if (spec === 'SYMMETRIC_DEFAULT' && usage === 'ENCRYPT_DECRYPT' && !isElsewhere) return;
    const kind = isElsewhere ? 'keys of a custom key store' : spec === 'SYMMETRIC_DEFAULT' ? usage : spec;
    return {
      message: `${resource.address} asks for rotation, and KMS rotates no ${isElsewhere ? kind : `key of the kind ${kind}`}: take enable_key_rotation out, or the apply fails.`,
      at: rotation,
      fix: {
        safety: 'safe',
        summary: 'set enable_key_rotation to false, the only value that such a key can have',
        edits: [{ op: 'replace', node: rotation, value: false }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_kms_key" "releases" {\n  description              = "Signs releases"\n  key_usage                = "SIGN_VERIFY"\n  customer_master_key_spec = "ECC_NIST_P256"\n  enable_key_rotation      = true\n}\n',
    good: 'resource "aws_kms_key" "releases" {\n  description              = "Signs releases"\n  key_usage                = "SIGN_VERIFY"\n  customer_master_key_spec = "ECC_NIST_P256"\n}\n',
  },
});
