import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/health-check-missing',
  title: 'Targets that are asked for their front page',
  dimension: 'reliability',
  severity: 'low',
  why: 'A target group without a health check of its own asks for / and waits for 200. An application that redirects there, or asks for a sign-in, is taken for dead; one that answers from a cache, for alive while its database is gone. Give it a path that says whether requests can be served.',
  sameAs: ['checkov:CKV_AWS_261'],
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
  ],
  visits: resources('aws_lb_target_group', 'aws_alb_target_group'),
  judge({ resource, node }) {
    if (!/^HTTPS?$/.test(node.text('protocol') ?? '') || node.text('target_type') === 'lambda') return;
    const health = node.get('health_check');
    if (health?.flag('enabled') === false)
      return {
        message: `${resource.address} turns its health check off, so targets that fail keep getting requests: turn it on.`,
        at: health,
        severity: 'medium',
      };
    if (health?.has('path')) return;
    return {
      message: `${resource.address} judges its targets by their front page: set health_check.path to one that says whether requests can be served.`,
      at: health ?? node,
    };
  },
  examples: {
    bad: 'resource "aws_lb_target_group" "web" {\n  port     = 8080\n  protocol = "HTTP"\n  vpc_id   = "vpc-0a1b2c3d"\n}\n',
    good: 'resource "aws_lb_target_group" "web" {\n  port     = 8080\n  protocol = "HTTP"\n  vpc_id   = "vpc-0a1b2c3d"\n\n  health_check {\n    path = "/healthz"\n  }\n}\n',
  },
});
