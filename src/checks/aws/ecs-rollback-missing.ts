import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/ecs-rollback-missing',
  title: 'Service that does not give up a failing deployment',
  dimension: 'reliability',
  severity: 'low',
  why: 'Without the circuit breaker ECS starts a broken version again and again, without end: the deployment hangs, and the old tasks dwindle as hosts are replaced. With rollback it goes back to the last version that worked, and says so.',
  sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html'],
  visits: resources('aws_ecs_service'),
  judge({ resource, node }) {
    const controller = node.text('deployment_controller', 'type') ?? 'ECS';
    if (controller !== 'ECS' || node.text('scheduling_strategy') === 'DAEMON') return;
    if (node.flag('deployment_circuit_breaker', 'enable') === true) {
      const rollback = node.get('deployment_circuit_breaker', 'rollback');
      if (rollback?.flag() === true) return;
      return {
        message: `${resource.address} stops a failing deployment and leaves it half done: set rollback in deployment_circuit_breaker.`,
        at: rollback ?? node.get('deployment_circuit_breaker')!,
      };
    }
    if (node.flag('alarms', 'rollback') === true) return;
    return {
      message: `${resource.address} starts a broken version again and again without end: add deployment_circuit_breaker with enable and rollback.`,
      fix: {
        safety: 'unsafe',
        summary: 'add deployment_circuit_breaker (deployments that fail are rolled back)',
        edits: [
          { op: 'set', in: node, path: ['deployment_circuit_breaker', 'enable'], value: true },
          { op: 'set', in: node, path: ['deployment_circuit_breaker', 'rollback'], value: true },
        ],
      },
    };
  },
  examples: {
    bad: 'resource "aws_ecs_service" "api" {\n  name            = "api"\n  cluster         = "shop"\n  task_definition = "api:7"\n  desired_count   = 2\n}\n',
    good: 'resource "aws_ecs_service" "api" {\n  name            = "api"\n  cluster         = "shop"\n  task_definition = "api:7"\n  desired_count   = 2\n\n  deployment_circuit_breaker {\n    enable   = true\n    rollback = true\n  }\n}\n',
  },
});
