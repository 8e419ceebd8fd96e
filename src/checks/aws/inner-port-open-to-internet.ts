import {
  ingressRules,
  internetRanges,
  letsAllThrough,
  portsOf,
  protectsOnlyPrivate,
} from '../../graph/aws/security-groups.ts';
import {
  holdsPort,
  innerServicesIn,
  isOuter,
  isWide,
  serviceNames,
} from '../../graph/terraform/known-ports.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/inner-port-open-to-internet',
  title: 'Port open to the internet that is not for everybody',
  dimension: 'security',
  severity: 'high',
  why: 'Databases, caches, queues and administration ports are made for a trusted network: many ask for no password, and those that do can be asked without end. Whatever is not served to everybody should admit the security groups of its clients, not addresses.',
  sameAs: [
    'kics:terraform/aws/sensitive_port_is_exposed_to_entire_network',
    'kics:terraform/aws/sql_analysis_services_port_2383_is_publicly_accessible',
    'kics:terraform/aws/unknown_port_exposed_to_internet',
    'kics:terraform/aws/unrestricted_security_group_ingress',
    'regula:FG_R00377',
  ],
  controls: ['cis-aws:5.2', 'cis-aws:5.3', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html'],
  visits: ingressRules,
  judge(rule, graph) {
    // rules for all ports, for SSH and for Remote Desktop are findings of their own
    if (letsAllThrough(rule)) return;
    const ports = portsOf(rule);
    if (ports.protocol === 'other') return;
    const inner = innerServicesIn(ports);
    const isGuess = inner.length === 0 && !isWide(ports);
    if (isGuess && (isOuter(ports) || holdsPort(ports, 22) || holdsPort(ports, 3389))) return;
    const [open] = internetRanges(rule);
    if (!open) return;
    const name = rule.group?.address ?? rule.resource.address;
    const range =
      ports.first === ports.last ? `port ${ports.first}` : `ports ${ports.first} to ${ports.last}`;
    if (isGuess)
      return {
        message: `${name} lets ${open.text()} in on ${range}: if this is not served to everybody, admit the security groups or the addresses of its clients.`,
        at: open,
        severity: 'low',
      };
    return {
      message: `${name} lets ${open.text()} in on ${range}${serviceNames(inner)}: admit the security groups of its clients instead of the internet.`,
      at: open,
      ...(protectsOnlyPrivate(graph, rule.group) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: 'resource "aws_security_group" "cache" {\n  name = "cache"\n\n  ingress {\n    from_port   = 6379\n    to_port     = 6379\n    protocol    = "tcp"\n    cidr_blocks = ["0.0.0.0/0"]\n  }\n}\n',
    good: 'resource "aws_security_group" "api" {\n  name = "api"\n}\n\nresource "aws_security_group" "cache" {\n  name = "cache"\n\n  ingress {\n    from_port       = 6379\n    to_port         = 6379\n    protocol        = "tcp"\n    security_groups = [aws_security_group.api.id]\n  }\n}\n',
  },
});
