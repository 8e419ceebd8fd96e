import { foundIn } from '../../graph/certain.ts';
import type { Graph } from '../../graph/graph.ts';
import { textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check, type Fault } from '../check.ts';

/** Where each type describes a disk: itself, or its blocks. Source: Terraform AWS provider. */
const disks: Readonly<Record<string, readonly (readonly string[])[]>> = {
  aws_ebs_volume: [[]],
  aws_ebs_snapshot_copy: [[]],
  aws_ami_copy: [[]],
  aws_ami: [['ebs_block_device']],
  aws_imagebuilder_image_recipe: [['block_device_mapping', 'ebs']],
  aws_instance: [['root_block_device'], ['ebs_block_device']],
  aws_launch_configuration: [['root_block_device'], ['ebs_block_device']],
  aws_launch_template: [['block_device_mappings', 'ebs']],
  aws_efs_file_system: [[]],
  aws_ebs_encryption_by_default: [],
};

export default check({
  id: 'aws/disk-unencrypted',
  title: 'Disk stored in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'An unencrypted volume has unencrypted snapshots, which can be shared with another account in one call. Encryption costs nothing and is not noticed; it cannot be switched on for a volume that is there. aws_ebs_encryption_by_default settles it for a whole region.',
  sameAs: [
    'checkov:CKV_AWS_106',
    'checkov:CKV_AWS_200',
    'checkov:CKV_AWS_204',
    'checkov:CKV_AWS_235',
    'checkov:CKV_AWS_3',
    'checkov:CKV_AWS_42',
    'checkov:CKV_AWS_8',
    'kics:terraform/aws/ami_not_encrypted',
    'kics:terraform/aws/ebs_default_encryption_disabled',
    'kics:terraform/aws/ebs_volume_encryption_disabled',
    'kics:terraform/aws/ebs_volume_snapshot_not_encrypted',
    'kics:terraform/aws/efs_not_encrypted',
    'kics:terraform/aws/launch_configuration_is_not_encrypted',
    'regula:FG_R00016',
    'trivy:AWS-0008',
    'trivy:AWS-0026',
    'trivy:AWS-0037',
    'trivy:AWS-0131',
  ],
  controls: ['cis-aws:2.2.1', 'cis-aws:2.4.1', 'pci-dss:3.5.1', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html#encryption-by-default'],
  visits: resources(...Object.keys(disks)),
  judge({ resource, node }, graph) {
    if (resource.type === 'aws_ebs_encryption_by_default') return ofAccount(resource);
    if (resource.type !== 'aws_efs_file_system' && isEncryptedByDefault(graph)) return;
    const [disk] = foundIn(disks[resource.type]!, (path) => clearDisks(node, path));
    if (disk) {
      const encrypted = disk.get('encrypted');
      const name = textAt(disk, 'device_name');
      const isFileSystem = resource.type === 'aws_efs_file_system';
      return {
        message: isFileSystem
          ? `${resource.address} stores its files unencrypted, which cannot be changed later: set encrypted.`
          : `${resource.address} has ${name ? `the disk ${name}` : 'a disk'} that ${encrypted ? 'is' : 'is, unless the account encrypts by default,'} unencrypted, and so are its snapshots: set encrypted, or turn aws_ebs_encryption_by_default on.`,
        at: encrypted ?? disk,
        fix: {
          safety: 'unsafe',
          summary: 'set encrypted to true (replaces a disk that is there already)',
          edits: [{ op: 'set', in: disk, path: ['encrypted'], value: true }],
        },
      };
    }
    if (
      resource.type !== 'aws_instance' ||
      node.list('root_block_device').length > 0 ||
      node.has('launch_template')
    )
      return;
    return {
      message: `The root disk of ${resource.address} is as its image is, and public images are unencrypted: set root_block_device.encrypted, or turn aws_ebs_encryption_by_default on.`,
      severity: 'low',
      fix: {
        safety: 'unsafe',
        summary: 'set root_block_device.encrypted to true (replaces an instance that is there already)',
        edits: [{ op: 'set', in: node, path: ['root_block_device', 'encrypted'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_ebs_volume" "data" {\n  availability_zone = "eu-central-1a"\n  size              = 100\n}\n',
    good: 'resource "aws_ebs_volume" "data" {\n  availability_zone = "eu-central-1a"\n  size              = 100\n  encrypted         = true\n}\n',
  },
});

/** Those of the disks at a path, through blocks of blocks, that are not encrypted. @throws Undecided */
function clearDisks(holder: Node, [block, ...inner]: readonly string[]): readonly Node[] {
  if (block !== undefined) return foundIn(holder.list(block), (one) => clearDisks(one, inner));
  const encrypted = holder.get('encrypted');
  // what is made from a snapshot is as the snapshot is, unless it says otherwise
  const isRight = encrypted
    ? encrypted.flag() === true
    : holder.has('snapshot_id') || holder.has('virtual_name');
  return isRight ? [] : [holder];
}

/** The account's setting usually stands in a root of its own: it counts wherever the repository has it. */
function isEncryptedByDefault(graph: Graph): boolean {
  return graph
    .ofType('aws_ebs_encryption_by_default')
    .some(({ body }) => body.peek('enabled')?.content !== false);
}

function ofAccount({ address, body }: Resource): Fault | undefined {
  const enabled = body.get('enabled');
  if (enabled?.flag() !== false) return undefined;
  return {
    message: `${address} has new disks stored in the clear in the whole region unless each says otherwise: set enabled to true, which costs nothing.`,
    at: enabled,
    fix: {
      safety: 'unsafe',
      summary: 'set enabled to true (new disks and copies are encrypted)',
      edits: [{ op: 'replace', node: enabled, value: true }],
    },
  };
}
