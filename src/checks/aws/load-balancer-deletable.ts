import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/load-balancer-deletable',
  title: 'Load balancer that one call deletes',
  dimension: 'reliability',
  severity: 'info',
  why: 'A load balancer that is made anew gets another name, and everything that points to it, DNS elsewhere and firewalls of partners, fails until it is changed. Deletion protection makes AWS refuse until it is taken off on purpose.',
  sameAs: ['checkov:CKV_AWS_150', 'kics:terraform/aws/alb_deletion_protection_disabled'],
  controls: ['soc2:A1.2'],
  sources: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html#deletion-protection',
  ],
  visits: resources('aws_lb', 'aws_alb'),
  judge({ resource, node }) {
    if (isNonProduction(resource)) return;
    const protection = node.get('enable_deletion_protection');
    if (protection?.flag() === true) return;
    return {
      message: `Nothing stops a wrong apply or click from deleting ${resource.address}, and with it the name that everything points to: set enable_deletion_protection.`,
      at: protection ?? node,
      ...(isProduction(resource) && { severity: 'low' }),
      fix: {
        safety: 'unsafe',
        summary: 'set enable_deletion_protection to true (a destroy has to take it off first)',
        edits: [{ op: 'set', in: node, path: ['enable_deletion_protection'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_lb" "web" {\n  name    = "web"\n  subnets = ["subnet-0a1b", "subnet-0c2d"]\n}\n',
    good: 'resource "aws_lb" "web" {\n  name                       = "web"\n  subnets                    = ["subnet-0a1b", "subnet-0c2d"]\n  enable_deletion_protection = true\n}\n',
  },
});
