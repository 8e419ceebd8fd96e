import {
  ingressRules,
  internetRanges,
  letsAllThrough,
  letsIn,
  protectsOnlyPrivate,
} from '../../graph/aws/security-groups.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/http-open-to-internet',
  title: 'Plain HTTP open to the internet',
  dimension: 'security',
  severity: 'low',
  why: 'What answers on port 80 either redirects to HTTPS or serves in the clear. A load balancer redirects, and is left alone here; a machine or a task that is open to everybody on port 80 usually serves. Put a load balancer or CloudFront before it, and admit that one alone.',
  sameAs: ['checkov:CKV_AWS_260', 'kics:terraform/aws/http_port_open', 'regula:FG_R00041'],
  controls: ['pci-dss:1.3.1', 'pci-dss:4.2.1', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  visits: ingressRules,
  judge(rule, graph) {
    // rules for all ports are a finding of their own
    if (letsAllThrough(rule) || !letsIn(rule, 80)) return;
    const [open] = internetRanges(rule);
    if (!open || protectsOnlyPrivate(graph, rule.group)) return;
    const users = usersOf(graph, rule.group);
    if (users.some(isBalancer)) return;
    return {
      message: `${rule.group?.address ?? rule.resource.address} lets ${open.text()} in on port 80 (plain HTTP): serve HTTPS through a load balancer or CloudFront, and admit only that.`,
      at: open,
      ...(users.length === 0 && { severity: 'info' }),
    };
  },
  examples: {
    bad: 'resource "aws_security_group" "web" {\n  name = "web"\n\n  ingress {\n    from_port   = 80\n    to_port     = 80\n    protocol    = "tcp"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n',
    good: 'resource "aws_security_group" "web" {\n  name = "web"\n\n  ingress {\n    from_port   = 443\n    to_port     = 443\n    protocol    = "tcp"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n',
  },
});

function usersOf(graph: Graph, group: Resource | undefined): readonly Resource[] {
  return group ? graph.to(group, 'protected-by').map(({ from }) => from) : [];
}

function isBalancer({ type }: Resource): boolean {
  return /^aws_(lb|alb|elb)$/.test(type);
}
