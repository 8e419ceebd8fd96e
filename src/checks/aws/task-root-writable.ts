import { containerOf, containers, describeContainer } from '../../graph/aws/task-containers.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/task-root-writable',
  title: 'Container of a task that may change its own program',
  dimension: 'security',
  severity: 'info',
  why: 'An intruder who can write into the image’s file system puts tools and a way back there. With a root that is read-only, and a volume for what has to be written, that is taken away, and nothing is kept by mistake in a place that goes with the task.',
  sameAs: ['checkov:CKV_AWS_336'],
  controls: ['soc2:CC6.8'],
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html'],
  visits: containers,
  judge(subject) {
    const container = containerOf(subject);
    const readOnly = container.get('readonlyRootFilesystem');
    if (readOnly?.flag() === true) return;
    const name = container.text('name') ?? '';
    return {
      message: `${describeContainer(subject)} may write into its own image: set readonlyRootFilesystem, and mount a volume where it has to write.`,
      at: readOnly ?? subject.node,
      key: name,
    };
  },
  examples: {
    bad: 'resource "aws_ecs_task_definition" "api" {\n  family = "api"\n  container_definitions = jsonencode([{\n    name  = "api"\n    image = "acme/api:1"\n  }])\n}\n',
    good: 'resource "aws_ecs_task_definition" "api" {\n  family = "api"\n  container_definitions = jsonencode([{\n    name  = "api"\n    image = "acme/api:1"\n    readonlyRootFilesystem = true\n  }])\n}\n',
  },
});
