import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/listener-certificate-missing',
  title: 'TLS listener without a certificate',
  dimension: 'functionality',
  severity: 'high',
  why: 'A listener that speaks TLS needs a certificate to show; AWS refuses to make one without, so the apply fails halfway, when the load balancer is there and nothing answers yet.',
  sources: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html'],
  visits: resources('aws_lb_listener', 'aws_alb_listener'),
  judge({ resource, node }) {
    const protocol = node.text('protocol')?.toUpperCase();
    if (protocol !== 'HTTPS' && protocol !== 'TLS') return;
    const certificate = node.get('certificate_arn');
    if (certificate && certificate.content !== '') return;
    return {
      message: `${resource.address} speaks ${protocol} and has no certificate, so AWS refuses it: set certificate_arn.`,
      at: certificate ?? node,
    };
  },
  examples: {
    bad: 'resource "aws_lb_listener" "web" {\n  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0a1b"\n  port              = 443\n  protocol          = "HTTPS"\n\n  default_action {\n    type = "fixed-response"\n\n    fixed_response {\n      content_type = "text/plain"\n    }\n  }\n}\n',
    good: 'resource "aws_lb_listener" "web" {\n  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0a1b"\n  port              = 443\n  protocol          = "HTTPS"\n  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"\n\n  default_action {\n    type = "fixed-response"\n\n    fixed_response {\n      content_type = "text/plain"\n    }\n  }\n}\n',
  },
});
