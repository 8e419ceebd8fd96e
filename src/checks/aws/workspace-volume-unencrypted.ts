import { certainOf } from '../../graph/certain.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

const volumes = ['root_volume_encryption_enabled', 'user_volume_encryption_enabled'];

export default check({
  id: 'aws/workspace-volume-unencrypted',
  title: 'Desktop whose disks are stored in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'A virtual desktop keeps what people work on: mail, downloads, saved passwords. Its volumes and their snapshots lie unencrypted unless both are asked for, and it cannot be switched on for a desktop that is there.',
  sameAs: [
    'checkov:CKV_AWS_155',
    'checkov:CKV_AWS_156',
    'kics:terraform/aws/workspaces_workspace_volume_not_encrypted',
    'trivy:AWS-0109',
  ],
  controls: ['pci-dss:3.5.1', 'soc2:CC6.1', 'hipaa:164.312(a)(2)(iv)'],
  sources: ['https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html'],
  visits: resources('aws_workspaces_workspace'),
  judge({ resource, node }) {
    const off = certainOf(volumes, (name) => node.flag(name) !== true);
    if (off.length === 0) return;
    return {
      message: `${resource.address} stores ${off.length === 2 ? 'both of its volumes' : `its ${off[0]!.split('_')[0]} volume`} unencrypted: set ${off.join(' and ')}, and volume_encryption_key.`,
      at: node.get(off[0]!) ?? node,
      fix: {
        safety: 'unsafe',
        summary: `set ${off.join(' and ')} (replaces a desktop that is there already)`,
        edits: off.map((name) => ({ op: 'set', in: node, path: [name], value: true })),
      },
    };
  },
  examples: {
    bad: 'resource "aws_workspaces_workspace" "jane" {\n  directory_id = "d-0a1b2c3d4e"\n  bundle_id    = "wsb-0a1b2c3d4"\n  user_name    = "jane"\n}\n',
    good: 'resource "aws_workspaces_workspace" "jane" {\n  directory_id                   = "d-0a1b2c3d4e"\n  bundle_id                      = "wsb-0a1b2c3d4"\n  user_name                      = "jane"\n  root_volume_encryption_enabled = true\n  user_volume_encryption_enabled = true\n  volume_encryption_key          = "alias/aws/workspaces"\n}\n',
  },
});
