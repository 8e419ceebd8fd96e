import {
  ingressRules,
  internetRanges,
  letsAllThrough,
  letsIn,
  protectsOnlyPrivate,
} from '../../graph/aws/security-groups.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/rdp-open-to-internet',
  title: 'Remote Desktop open to the internet',
  dimension: 'security',
  severity: 'high',
  why: 'Open Remote Desktop is the commonest way in for ransomware: passwords are guessed around the clock, and the protocol has had flaws that needed none. Use Fleet Manager or Session Manager port forwarding, or admit the addresses of the office or a VPN only.',
  sameAs: [
    'checkov:CKV_AWS_25',
    'kics:terraform/aws/remote_desktop_port_open_to_internet',
    'regula:FG_R00087',
    'trivy:AWS-0107',
  ],
  controls: ['cis-aws:5.2', 'cis-aws:5.3', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/fleet-manager-remote-desktop-connections.html',
  ],
  visits: ingressRules,
  judge(rule, graph) {
    const [open] = internetRanges(rule);
    // a rule for all ports is a finding of its own
    if (!open || !letsIn(rule, 3389) || letsAllThrough(rule)) return;
    const isPrivate = protectsOnlyPrivate(graph, rule.group);
    return {
      message: `${rule.group?.address ?? rule.resource.address} lets ${open.text()} in on port 3389 (Remote Desktop): use Fleet Manager, or admit only the addresses of your office or VPN.`,
      at: open,
      ...(isPrivate && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "aws_security_group" "admin" {\n  name = "admin"\n\n  ingress {\n    from_port   = 3389\n    to_port     = 3389\n    protocol    = "tcp"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n',
    good: 'resource "aws_security_group" "admin" {\n  name = "admin"\n\n  ingress {\n    from_port   = 3389\n    to_port     = 3389\n    protocol    = "tcp"\n    cidr_blocks = ["203.0.113.0/24"]\n  }\n}\n',
  },
});
