import type { Selector, Subject } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

/** Listeners of all generations; those of a classic load balancer stand in it. */
const listeners: Selector<Subject> = {
  of: 'listeners of load balancers',
  find: (graph) => [
    ...['aws_lb_listener', 'aws_alb_listener'].flatMap((type) =>
      graph.ofType(type).map((resource) => ({ resource, node: resource.body })),
    ),
    ...graph.ofType('aws_elb').flatMap((resource) => {
      const content = resource.body.peek('listener')?.content;
      return Array.isArray(content) ? (content as readonly Node[]).map((node) => ({ resource, node })) : [];
    }),
  ],
};

export default check({
  id: 'aws/load-balancer-certificate-missing',
  title: 'TLS listener without a certificate',
  dimension: 'functionality',
  severity: 'high',
  why: 'A listener that speaks TLS needs a certificate to show; AWS refuses to make one without, so the apply fails halfway, after the load balancer is there and before anything answers.',
  sameAs: ['checkov:CKV_AWS_376'],
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-https-load-balancers.html',
  ],
  visits: listeners,
  judge({ resource, node }) {
    const isClassic = resource.type === 'aws_elb';
    const protocol = node.text(isClassic ? 'lb_protocol' : 'protocol')?.toUpperCase();
    if (!/^(HTTPS|TLS|SSL)$/.test(protocol ?? '')) return;
    const name = isClassic ? 'ssl_certificate_id' : 'certificate_arn';
    const certificate = node.get(name);
    if (certificate && certificate.content !== '') return;
    const port = node.text(isClassic ? 'lb_port' : 'port');
    return {
      message: `The ${protocol} listener of ${resource.address}${port ? ` on port ${port}` : ''} has no certificate, so AWS refuses it: set ${name}.`,
      at: certificate ?? node,
      key: port ?? '',
    };
  },
  examples: {
    bad: 'resource "aws_lb_listener" "web" {\n  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0a1b"\n  port              = 443\n  protocol          = "HTTPS"\n\n  default_action {\n    type = "fixed-response"\n\n    fixed_response {\n      content_type = "text/plain"\n    }\n  }\n}\n',
    good: 'resource "aws_lb_listener" "web" {\n  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0a1b"\n  port              = 443\n  protocol          = "HTTPS"\n  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"\n\n  default_action {\n    type = "fixed-response"\n\n    fixed_response {\n      content_type = "text/plain"\n    }\n  }\n}\n',
  },
});
