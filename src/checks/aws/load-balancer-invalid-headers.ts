import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/load-balancer-invalid-headers',
  title: 'Load balancer that passes broken headers on',
  dimension: 'security',
  severity: 'low',
  why: 'A header whose name is not valid is read in one way by the load balancer and in another by the server behind it, and request smuggling lives from that difference. No browser or library sends such headers, so dropping them costs nothing.',
  sameAs: ['checkov:CKV_AWS_131', 'kics:terraform/aws/alb_not_dropping_invalid_headers', 'trivy:AWS-0052'],
  controls: ['soc2:CC6.6'],
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  ],
  visits: resources('aws_lb', 'aws_alb'),
  judge({ resource, node }) {
    if ((node.text('load_balancer_type') ?? 'application') !== 'application') return;
    const drops = node.get('drop_invalid_header_fields');
    if (drops?.flag() === true) return;
    return {
      message: `${resource.address} passes headers with invalid names on to what stands behind it: set drop_invalid_header_fields.`,
      at: drops ?? node,
      fix: {
        safety: 'unsafe',
        summary:
          'set drop_invalid_header_fields to true (headers with names outside of [-A-Za-z0-9] no longer arrive)',
        edits: [{ op: 'set', in: node, path: ['drop_invalid_header_fields'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_lb" "web" {\n  name    = "web"\n  subnets = ["subnet-0a1b", "subnet-0c2d"]\n}\n',
    good: 'resource "aws_lb" "web" {\n  name                       = "web"\n  subnets                    = ["subnet-0a1b", "subnet-0c2d"]\n  drop_invalid_header_fields = true\n}\n',
  },
});
