import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'aws/load-balancer-plain-http',
  title: 'Load balancer that serves plain HTTP',
  dimension: 'security',
  severity: 'medium',
  why: 'Over plain HTTP everybody on the way reads and changes what is sent: sessions, passwords, the page itself. A listener on port 80 should do nothing but redirect to HTTPS.',
  sameAs: [
    'checkov:CKV2_AWS_20',
    'checkov:CKV_AWS_2',
    'checkov:CKV_AWS_376',
    'kics:terraform/aws/alb_listening_on_http',
    'trivy:AWS-0054',
  ],
  controls: ['cis-eks:5.4.5', 'pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html'],
  visits: resources('aws_lb_listener', 'aws_alb_listener', 'aws_elb'),
  judge({ resource, node }, graph) {
    if (resource.type === 'aws_elb')
      return node
        .list('listener')
        .filter((listener) => listener.text('lb_protocol')?.toUpperCase() === 'HTTP')
        .map((listener) =>
          fault(resource, listener, node.flag('internal') === true, portAt(listener, 'lb_port')),
        );
    const protocol = node.get('protocol');
    const balancer = balancerOf(graph, resource);
    // an Application Load Balancer speaks HTTP where nothing is said
    const isApplication =
      balancer && (balancer.body.text('load_balancer_type') ?? 'application') === 'application';
    const spoken = protocol?.text() ?? (isApplication ? 'HTTP' : '');
    if (spoken.toUpperCase() !== 'HTTP') return;
    const actions = node.list('default_action');
    if (actions.length > 0 && actions.every(isNoService)) return;
    const internal = balancer?.body.flag('internal') === true;
    return fault(resource, protocol ?? node, internal, node.peek('port') ? portAt(node, 'port') : '80');
  },
  examples: {
    bad: 'resource "aws_lb_listener" "web" {\n  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef"\n  port              = 80\n  protocol          = "HTTP"\n\n  default_action {\n    type             = "forward"\n    target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/web/0123456789abcdef"\n  }\n}\n',
    good: 'resource "aws_lb_listener" "web" {\n  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef"\n  port              = 80\n  protocol          = "HTTP"\n\n  default_action {\n    type = "redirect"\n\n    redirect {\n      port        = "443"\n      protocol    = "HTTPS"\n      status_code = "HTTP_301"\n    }\n  }\n}\n',
  },
});

/** A redirect to HTTPS, or an answer that is written down. */
function isNoService(action: Node): boolean {
  const type = action.text('type');
  if (type === 'fixed-response') return true;
  return (
    type === 'redirect' && (action.text('redirect', 'protocol') ?? '#{protocol}').toUpperCase() === 'HTTPS'
  );
}

function balancerOf(graph: Graph, listener: Resource): Resource | undefined {
  return graph.from(listener).find(({ to }) => to.type === 'aws_lb' || to.type === 'aws_alb')?.to;
}

/** The port as the message names it; empty where it cannot be told, which changes nothing of the fault. */
function portAt(node: Node, name: string): string {
  const content = node.peek(name)?.content;
  return typeof content === 'number' || typeof content === 'string' ? String(content) : '';
}

function fault({ address }: Resource, at: Node, internal: boolean, port: string): Fault {
  return {
    message: `${address} serves plain HTTP${port === '' ? '' : ` on port ${port}`}${internal ? ' inside the network' : ', readable by everybody on the way'}: redirect it to HTTPS.`,
    at,
    key: port,
    ...(internal && { severity: 'low' }),
  };
}
