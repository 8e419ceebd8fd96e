import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/autoscaling-ignores-health',
  title: 'Autoscaling group that keeps instances whose service is down',
  dimension: 'reliability',
  severity: 'medium',
  why: 'By default a group only replaces instances that do not run. One that runs and whose service hangs is taken out of the load balancer and kept for ever, until none is left that answers. With the health check of the load balancer the group replaces it.',
  sources: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-checks-overview.html'],
  visits: resources('aws_autoscaling_group'),
  judge({ resource, node }, graph) {
    const type = node.get('health_check_type');
    if (type?.text() === 'ELB') return;
    const attached =
      node.peek('target_group_arns') ??
      node.peek('load_balancers') ??
      node.peek('traffic_source') ??
      companionsOf(graph, resource, 'aws_autoscaling_attachment', 'autoscaling_group_name')[0]?.body;
    if (!attached || (Array.isArray(attached.content) && attached.content.length === 0)) return;
    return {
      message: `${resource.address} stands behind a load balancer and keeps instances that the balancer finds unhealthy: set health_check_type to "ELB", with a health_check_grace_period that covers the start.`,
      at: type ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set health_check_type to "ELB" (unhealthy instances are replaced)',
        edits: [{ op: 'set', in: node, path: ['health_check_type'], value: 'ELB' }],
      },
    };
  },
  examples: {
    bad: group(''),
    good: group('  health_check_type   = "ELB"\n'),
  },
});

function group(inside: string): string {
  return `resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 4
  vpc_zone_identifier = ["subnet-0a1b", "subnet-0c2d"]
  target_group_arns   = ["arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/web/0123456789abcdef"]
${inside}}
`;
}
