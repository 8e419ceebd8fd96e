import {
  ingressRules,
  internetRanges,
  letsAllThrough,
  letsIn,
  protectsOnlyPrivate,
} from '../../graph/aws/security-groups.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/ssh-open-to-internet',
  title: 'SSH open to the internet',
  dimension: 'security',
  severity: 'high',
  why: 'Every address on the internet is scanned for SSH within hours, and keys leak, passwords are guessed and flaws in the server appear. Session Manager and EC2 Instance Connect give a shell without any open port; otherwise admit the addresses of the office or a VPN only.',
  sameAs: [
    'checkov:CKV_AWS_24',
    'kics:terraform/aws/security_group_with_unrestricted_access_to_ssh',
    'regula:FG_R00085',
    'trivy:AWS-0107',
  ],
  controls: ['cis-aws:5.2', 'cis-aws:5.3', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html'],
  visits: ingressRules,
  judge(rule, graph) {
    const [open] = internetRanges(rule);
    // a rule for all ports is a finding of its own
    if (!open || !letsIn(rule, 22) || letsAllThrough(rule)) return;
    const isPrivate = protectsOnlyPrivate(graph, rule.group);
    return {
      message: `${rule.group?.address ?? rule.resource.address} lets ${open.text()} in on port 22 (SSH): use Session Manager, or admit only the addresses of your office or VPN.`,
      at: open,
      ...(isPrivate && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "aws_security_group" "admin" {\n  name = "admin"\n\n  ingress {\n    from_port   = 22\n    to_port     = 22\n    protocol    = "tcp"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n',
    good: 'resource "aws_security_group" "admin" {\n  name = "admin"\n\n  ingress {\n    from_port   = 22\n    to_port     = 22\n    protocol    = "tcp"\n    cidr_blocks = ["203.0.113.0/24"]\n  }\n}\n',
  },
});
