import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/service-runs-once',
  title: 'Service that may run only once',
  dimension: 'reliability',
  severity: 'low',
  why: 'With one instance or task every crash, deployment and loss of a host is an outage until the next one is up. Two in different zones outlive each of these. It weighs more in production; an environment that is named otherwise is left alone.',
  controls: ['soc2:A1.2'],
  sources: [
    'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/use-fault-isolation-to-protect-your-workload.html',
  ],
  visits: resources('aws_autoscaling_group', 'aws_eks_node_group', 'aws_ecs_service'),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource) || node.text('scheduling_strategy') === 'DAEMON') return;
    const weight = isProduction(resource) ? { severity: 'medium' as const } : {};
    if (resource.type === 'aws_ecs_service') {
      const count = node.get('desired_count');
      if (count?.amount() !== 1) return;
      const scaled = companionsOf(graph, resource, 'aws_appautoscaling_target', 'resource_id');
      if (scaled.some(({ body }) => (body.amount('min_capacity') ?? 0) > 1)) return;
      return {
        message: `${resource.address} runs one task: every deployment that fails and every lost host is an outage. Run two or more.`,
        at: count,
        ...weight,
      };
    }
    if (hasSiblings(resource, graph)) return;
    const path = resource.type === 'aws_eks_node_group' ? ['scaling_config', 'min_size'] : ['min_size'];
    const minimum = node.get(...path);
    if (minimum?.amount() !== 1) return;
    return {
      message: `${resource.address} may shrink to one instance, whose loss is an outage until the next one is up: keep at least two.`,
      at: minimum,
      ...weight,
    };
  },
  examples: {
    bad: 'resource "aws_autoscaling_group" "web" {\n  min_size            = 1\n  max_size            = 4\n  vpc_zone_identifier = ["subnet-0a1b", "subnet-0c2d"]\n}\n',
    good: 'resource "aws_autoscaling_group" "web" {\n  min_size            = 2\n  max_size            = 4\n  vpc_zone_identifier = ["subnet-0a1b", "subnet-0c2d"]\n}\n',
  },
});

/** Groups of one declaration, mostly one a zone, stand in for each other. */
function hasSiblings({ address, type, unit }: Resource, graph: Graph): boolean {
  const declared = (one: string) => one.replace(/\[[^\]]*\]$/, '');
  return graph
    .ofType(type)
    .some(
      (other) =>
        other.unit === unit && other.address !== address && declared(other.address) === declared(address),
    );
}
