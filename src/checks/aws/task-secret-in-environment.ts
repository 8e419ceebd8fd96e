import { containerOf, containers, describeContainer } from '../../graph/aws/task-containers.ts';
import { secretIn } from '../../graph/terraform/written-secrets.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'aws/task-secret-in-environment',
  title: 'Secret written into the environment of a task',
  dimension: 'security',
  severity: 'high',
  why: 'Everybody who may describe the task definition reads its environment, in the console, in the state and in every revision that is kept for ever. ECS reads a secret from Secrets Manager or Parameter Store by itself when the task starts: name it under secrets.',
  sameAs: ['trivy:AWS-0036'],
  controls: ['pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html'],
  visits: containers,
  judge(subject): readonly Fault[] {
    const container = containerOf(subject);
    const name = container.text('name') ?? '';
    return container.list('environment').flatMap((variable) => {
      const key = variable.text('name');
      const value = variable.peek('value');
      const secret =
        key !== undefined && typeof value?.content === 'string' ? secretIn(key, value.content) : undefined;
      if (!secret || !value) return [];
      return [
        {
          message: `${describeContainer(subject)} gets ${secret.kind} as ${key}, readable in every revision of the task definition: change it, and name it under secrets.`,
          at: value,
          key: `${name}/${key}`,
          ...(secret.certain && { severity: 'critical' as const }),
        },
      ];
    });
  },
  examples: {
    bad: 'resource "aws_ecs_task_definition" "api" {\n  family = "api"\n  container_definitions = jsonencode([{\n    name  = "api"\n    image = "acme/api:1"\n    environment = [{ name = "DB_PASSWORD", value = "hunter2-but-longer" }]\n  }])\n}\n',
    good: 'resource "aws_ecs_task_definition" "api" {\n  family = "api"\n  container_definitions = jsonencode([{\n    name  = "api"\n    image = "acme/api:1"\n    environment = [{ name = "DB_HOST", value = "db.internal" }]\n    secrets = [{ name = "DB_PASSWORD", valueFrom = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:db" }]\n  }])\n}\n',
  },
});
