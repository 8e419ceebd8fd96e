import {
  ingressRules,
  internetRanges,
  letsAllThrough,
  protectsOnlyPrivate,
} from '../../graph/aws/security-groups.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/all-ports-open-to-internet',
  title: 'Every port open to the internet',
  dimension: 'security',
  severity: 'high',
  why: 'A rule for all ports is no rule: whatever listens, an agent, a debugger, a database, is open to everybody from the moment it starts, and nobody notices. Admit the ports that are served, and only from where they are used.',
  sameAs: [
    'checkov:CKV_AWS_277',
    // these speak of any port but 80 and 443
    'kics:terraform/aws/unrestricted_security_group_ingress',
    'regula:FG_R00377',
    'trivy:AWS-0107',
  ],
  controls: ['cis-aws:5.2', 'cis-aws:5.3', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  visits: ingressRules,
  judge(rule, graph) {
    if (!letsAllThrough(rule)) return;
    const [open] = internetRanges(rule);
    if (!open) return;
    const isPrivate = protectsOnlyPrivate(graph, rule.group);
    return {
      message: `${rule.group?.address ?? rule.resource.address} lets ${open.text()} in on every port, SSH and databases among them: admit only the ports that are served, from where they are used.`,
      at: open,
      ...(isPrivate && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "aws_vpc_security_group_ingress_rule" "all" {\n  security_group_id = "sg-0a1b2c3d"\n  cidr_ipv4         = "0.0.0.0/0"\n  ip_protocol       = "-1"\n}\n',
    good: 'resource "aws_vpc_security_group_ingress_rule" "https" {\n  security_group_id = "sg-0a1b2c3d"\n  cidr_ipv4         = "0.0.0.0/0"\n  ip_protocol       = "tcp"\n  from_port         = 443\n  to_port           = 443\n}\n',
  },
});
