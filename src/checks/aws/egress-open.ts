import { internetRanges, letsAllThrough } from '../../graph/aws/security-groups.ts';
import { itemsAt } from '../../graph/look.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Rules that let traffic out, inline and in resources of their own. */
const egressRules: Selector<Subject> = {
  of: 'egress rules of security groups',
  find: (graph) => [
    ...graph.ofType('aws_security_group').flatMap((resource) => {
      return itemsAt(resource.body, 'egress').map((node) => ({ resource, node }));
    }),
    ...graph
      .ofType('aws_security_group_rule')
      .filter(({ body }) => body.peek('type')?.content === 'egress')
      .map((resource) => ({ resource, node: resource.body })),
    ...graph
      .ofType('aws_vpc_security_group_egress_rule')
      .map((resource) => ({ resource, node: resource.body })),
  ],
};

export default check({
  id: 'aws/egress-open',
  title: 'Everything may go out to the internet',
  dimension: 'security',
  severity: 'info',
  why: 'Whoever takes over a machine sends data out, and fetches tools, through a rule that lets everything out. Most workloads talk to a few services: endpoints, a proxy or a list of ports takes that way from an intruder. It is common, and a step to take after the others.',
  sameAs: ['checkov:CKV_AWS_382', 'trivy:AWS-0104'],
  controls: ['pci-dss:1.3.2', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  visits: egressRules,
  judge({ resource, node }) {
    if (!letsAllThrough({ node })) return;
    const [open] = internetRanges({ node });
    if (!open) return;
    return {
      message: `${resource.address} lets everything out to ${open.text()}: where an intruder must not carry data away, name the ports and the groups or endpoints that are meant.`,
      at: open,
    };
  },
  examples: {
    bad: 'resource "aws_security_group" "api" {\n  name = "api"\n\n  egress {\n    from_port   = 0\n    to_port     = 0\n    protocol    = "-1"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n',
    good: 'resource "aws_security_group" "api" {\n  name = "api"\n\n  egress {\n    from_port   = 443\n    to_port     = 443\n    protocol    = "tcp"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n',
  },
});
