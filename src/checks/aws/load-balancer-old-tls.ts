import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** What ELB takes where a listener made through the API names no policy: it speaks TLS 1.0 and 1.1. */
const defaultPolicy = 'ELBSecurityPolicy-2016-08';

export default check({
  id: 'aws/load-balancer-old-tls',
  title: 'Load balancer that speaks TLS below 1.2',
  dimension: 'security',
  severity: 'medium',
  why: 'TLS 1.0 and 1.1 are broken and forbidden by PCI DSS and by every browser since 2020. A listener that names no policy gets one from 2016 that speaks both.',
  sameAs: [
    'checkov:CKV2_AWS_74',
    'checkov:CKV_AWS_103',
    'checkov:CKV_AWS_213',
    'kics:terraform/aws/elb_using_insecure_protocols',
    'trivy:AWS-0047',
  ],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
    'https://www.rfc-editor.org/rfc/rfc8996',
  ],
  visits: resources(
    'aws_lb_listener',
    'aws_alb_listener',
    'aws_load_balancer_policy',
    'aws_lb_ssl_negotiation_policy',
  ),
  judge({ resource, node }) {
    if (resource.type === 'aws_load_balancer_policy' || resource.type === 'aws_lb_ssl_negotiation_policy') {
      const attributes = [...node.list('policy_attribute'), ...node.list('attribute')];
      const old = attributes.find(
        (attribute) =>
          /^Protocol-(SSLv[23]|TLSv1(\.1)?)$/.test(attribute.text('name') ?? '') &&
          attribute.flag('value') === true,
      );
      const predefined = attributes.find(
        (attribute) =>
          attribute.text('name') === 'Reference-Security-Policy' && isOld(attribute.text('value') ?? ''),
      );
      if (predefined)
        return {
          message: `${resource.address} takes ${predefined.text('value')}, which still speaks TLS 1.0 or 1.1: take ELBSecurityPolicy-TLS-1-2-2017-01, or move to an Application Load Balancer.`,
          at: predefined,
        };
      if (!old) return;
      return {
        message: `${resource.address} allows ${old.text('name')!.replace('Protocol-', '')}: leave only Protocol-TLSv1.2 on, or move to an Application Load Balancer.`,
        at: old,
      };
    }
    const protocol = node.text('protocol')?.toUpperCase();
    if (protocol !== 'HTTPS' && protocol !== 'TLS') return;
    const policy = node.get('ssl_policy');
    const name = policy?.text() ?? defaultPolicy;
    if (!isOld(name)) return;
    return {
      message: `${resource.address} takes ${policy ? name : `the default policy, ${name},`} which still speaks TLS 1.0 or 1.1: set ssl_policy to ELBSecurityPolicy-TLS13-1-2-2021-06.`,
      at: policy ?? node,
      fix: {
        safety: 'unsafe',
        summary:
          'set ssl_policy to ELBSecurityPolicy-TLS13-1-2-2021-06 (clients older than TLS 1.2 are refused)',
        edits: [{ op: 'set', in: node, path: ['ssl_policy'], value: 'ELBSecurityPolicy-TLS13-1-2-2021-06' }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_lb_listener" "web" {\n  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef"\n  port              = 443\n  protocol          = "HTTPS"\n  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"\n}\n',
    good: 'resource "aws_lb_listener" "web" {\n  load_balancer_arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/web/0123456789abcdef"\n  port              = 443\n  protocol          = "HTTPS"\n  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"\n  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b"\n}\n',
  },
});

/** Names say the lowest version that the policy speaks: TLS13-1-2-2021-06, TLS-1-2-2017-01, FS-1-2-Res-2020-10. */
function isOld(policy: string): boolean {
  return !/-1-[23](-|$)/.test(policy);
}
