import { itemsAt, textAt } from '../../graph/look.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

const fileSystems: Selector<Subject> = {
  of: 'EFS volumes of ECS tasks',
  find: (graph) =>
    graph
      .ofType('aws_ecs_task_definition')
      .flatMap((resource) =>
        itemsAt(resource.body, 'volume').flatMap((volume) =>
          itemsAt(volume, 'efs_volume_configuration').map((node) => ({ resource, node })),
        ),
      ),
};

export default check({
  id: 'aws/task-volume-plain-transport',
  title: 'Task that mounts a file system in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'ECS mounts EFS over plain NFS unless it is told otherwise: what the task reads and writes passes through the network as it is. With TLS the mount helper does the work, and IAM can say which task may mount, which without TLS it cannot.',
  sameAs: [
    'checkov:CKV_AWS_97',
    'kics:terraform/aws/ecs_task_definition_volume_not_encrypted',
    'trivy:AWS-0035',
  ],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specify-efs-config.html'],
  visits: fileSystems,
  judge({ resource, node }) {
    const setting = node.get('transit_encryption');
    if (setting?.text() === 'ENABLED') return;
    const byIdentity = textAt(node, 'authorization_config', 'iam') === 'ENABLED';
    return {
      message: `${resource.address} mounts ${byIdentity ? 'a file system by its identity, which ECS refuses without TLS' : 'a file system in the clear'}: set transit_encryption to ENABLED.`,
      at: setting ?? node,
      ...(byIdentity && { severity: 'high' }),
      fix: {
        safety: 'unsafe',
        summary: 'set transit_encryption to ENABLED (tasks are started anew)',
        edits: [{ op: 'set', in: node, path: ['transit_encryption'], value: 'ENABLED' }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_ecs_task_definition" "cms" {\n  family                = "cms"\n  container_definitions = "[]"\n\n  volume {\n    name = "media"\n\n    efs_volume_configuration {\n      file_system_id = "fs-0a1b2c3d"\n    }\n  }\n}\n',
    good: 'resource "aws_ecs_task_definition" "cms" {\n  family                = "cms"\n  container_definitions = "[]"\n\n  volume {\n    name = "media"\n\n    efs_volume_configuration {\n      file_system_id     = "fs-0a1b2c3d"\n      transit_encryption = "ENABLED"\n    }\n  }\n}\n',
  },
});
