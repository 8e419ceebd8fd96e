import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/task-shares-host',
  title: 'Task that sees the processes of its host',
  dimension: 'security',
  severity: 'medium',
  why: 'In the host’s process namespace a container sees, signals and often reads every process of the instance, with the environment variables and secrets of other tasks. Fargate refuses it; on instances of your own it ends the isolation.',
  sameAs: ['checkov:CKV_AWS_335'],
  controls: ['pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters_ec2.html',
  ],
  visits: resources('aws_ecs_task_definition'),
  judge({ resource, node }) {
    const shared = ['pid_mode', 'ipc_mode'].find((name) => node.text(name) === 'host');
    if (!shared) return;
    return {
      message: `${resource.address} runs in the ${shared === 'pid_mode' ? 'process' : 'memory'} namespace of its host, where it reads other tasks: take ${shared} out.`,
      at: node.get(shared)!,
    };
  },
  examples: {
    bad: 'resource "aws_ecs_task_definition" "agent" {\n  family                = "agent"\n  container_definitions = "[]"\n  pid_mode              = "host"\n}\n',
    good: 'resource "aws_ecs_task_definition" "agent" {\n  family                = "agent"\n  container_definitions = "[]"\n  pid_mode              = "task"\n}\n',
  },
});
