import { itemsAt } from '../../graph/look.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

const listeners: Selector<Subject> = {
  of: 'listeners of classic load balancers',
  find: (graph) =>
    graph.ofType('aws_elb').flatMap((resource) => {
      return itemsAt(resource.body, 'listener').map((node) => ({ resource, node }));
    }),
};

export default check({
  id: 'aws/classic-listener-certificate-missing',
  title: 'TLS listener of a classic load balancer without a certificate',
  dimension: 'functionality',
  severity: 'high',
  why: 'A listener that speaks TLS needs a certificate to show; AWS refuses to make a load balancer that has one without, so the apply fails.',
  sameAs: ['checkov:CKV_AWS_376'],
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-create-https-ssl-load-balancer.html',
  ],
  visits: listeners,
  judge({ resource, node }) {
    const protocol = node.text('lb_protocol')?.toUpperCase();
    if (protocol !== 'HTTPS' && protocol !== 'SSL') return;
    const certificate = node.get('ssl_certificate_id');
    if (certificate && certificate.content !== '') return;
    const port = node.text('lb_port') ?? '';
    return {
      message: `The ${protocol} listener of ${resource.address} on port ${port} has no certificate, so AWS refuses it: set ssl_certificate_id.`,
      at: certificate ?? node,
      key: port,
    };
  },
  examples: {
    bad: 'resource "aws_elb" "web" {\n  name    = "web"\n  subnets = ["subnet-0a1b"]\n\n  listener {\n    lb_port           = 443\n    lb_protocol       = "https"\n    instance_port     = 8080\n    instance_protocol = "http"\n  }\n}\n',
    good: 'resource "aws_elb" "web" {\n  name    = "web"\n  subnets = ["subnet-0a1b"]\n\n  listener {\n    lb_port            = 443\n    lb_protocol        = "https"\n    instance_port      = 8080\n    instance_protocol  = "http"\n    ssl_certificate_id = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"\n  }\n}\n',
  },
});
