import { isNonProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/load-balancer-logs-missing',
  title: 'Load balancer that does not log requests',
  dimension: 'observability',
  severity: 'low',
  why: 'Requests that fail at the load balancer never reach the application’s own log. Its access log alone tells which client got a 502, from which target and after how long. To S3 with a lifecycle rule it costs little.',
  sameAs: ['checkov:CKV_AWS_91', 'checkov:CKV_AWS_92', 'kics:terraform/aws/elb_access_logging_disabled'],
  controls: ['pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html',
  ],
  visits: resources('aws_lb', 'aws_alb', 'aws_elb'),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource)) return;
    const kind = resource.type === 'aws_elb' ? 'classic' : (node.text('load_balancer_type') ?? 'application');
    // a gateway load balancer has no such log, and a network load balancer only for TLS
    if (
      kind === 'gateway' ||
      (kind === 'network' && listenersOf(graph, resource).length > 0 && !speaksTls(graph, resource))
    )
      return;
    const logs = node.get('access_logs');
    const enabled = node.get('access_logs', 'enabled');
    if (logs && (enabled ? enabled.flag() === true : resource.type === 'aws_elb')) return;
    return {
      message: `${resource.address} keeps no access log, so what fails before the application leaves no trace: add access_logs with enabled = true.`,
      at: enabled ?? logs ?? node,
      ...(kind === 'network' && !speaksTls(graph, resource) && { severity: 'info' }),
    };
  },
  examples: {
    bad: 'resource "aws_lb" "web" {\n  name                       = "web"\n  subnets                    = ["subnet-0a1b", "subnet-0c2d"]\n  enable_deletion_protection = true\n}\n',
    good: 'resource "aws_lb" "web" {\n  name                       = "web"\n  subnets                    = ["subnet-0a1b", "subnet-0c2d"]\n  enable_deletion_protection = true\n\n  access_logs {\n    bucket  = "acme-logs"\n    enabled = true\n  }\n}\n',
  },
});

function listenersOf(graph: Graph, balancer: Resource): readonly Resource[] {
  return graph.to(balancer).flatMap(({ from }) => (/^aws_(lb|alb)_listener$/.test(from.type) ? [from] : []));
}

function speaksTls(graph: Graph, balancer: Resource): boolean {
  return listenersOf(graph, balancer).some(({ body }) => body.text('protocol') === 'TLS');
}
