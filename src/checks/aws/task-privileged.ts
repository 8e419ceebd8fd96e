import { containerOf, containers, describeContainer } from '../../graph/aws/task-containers.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/task-privileged',
  title: 'Container of a task that owns its host',
  dimension: 'security',
  severity: 'high',
  why: 'A privileged container has every right on the instance that it runs on: its disks, its other containers and, through the metadata service, their roles. A flaw in it costs the host. Give it the one capability that it needs under linuxParameters.',
  sameAs: [
    'checkov:CKV_AWS_210',
    'checkov:CKV_AWS_334',
    'kics:terraform/aws/batch_job_definition_with_privileged_container_properties',
  ],
  controls: ['pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html'],
  visits: containers,
  judge(subject) {
    const container = containerOf(subject);
    const privileged = container.get('privileged');
    if (privileged?.flag() !== true) return;
    const name = container.text('name') ?? '';
    return {
      message: `${describeContainer(subject)} runs privileged, with every right on its host: take privileged out, and add the capability that it needs.`,
      at: privileged,
      key: name,
    };
  },
  examples: {
    bad: 'resource "aws_ecs_task_definition" "api" {\n  family = "api"\n  container_definitions = jsonencode([{\n    name  = "api"\n    image = "acme/api:1"\n    privileged = true\n  }])\n}\n',
    good: 'resource "aws_ecs_task_definition" "api" {\n  family = "api"\n  container_definitions = jsonencode([{\n    name  = "api"\n    image = "acme/api:1"\n  }])\n}\n',
  },
});
