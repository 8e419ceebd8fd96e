import type { Graph } from '../../graph/graph.ts';
import { itemsAt, textAt } from '../../graph/look.ts';
import { isInternet } from '../../graph/network/ranges.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

interface AclRule extends Subject {
  /** the rules of the same list, in whatever order: that with the lowest number which fits decides */
  readonly list: readonly Node[];
}

/** Rules of network ACLs that let traffic in, inline and in resources of their own. */
const aclRules: Selector<AclRule> = {
  of: 'ingress rules of network ACLs',
  find: (graph) => [
    ...['aws_network_acl', 'aws_default_network_acl'].flatMap((type) =>
      graph.ofType(type).flatMap((resource) => {
        const list = itemsAt(resource.body, 'ingress');
        return list.map((node) => ({ resource, node, list }));
      }),
    ),
    ...ownRules(graph),
  ],
};

function ownRules(graph: Graph): readonly AclRule[] {
  const lists = new Map<unknown, Node[]>();
  return graph.ofType('aws_network_acl_rule').flatMap((resource) => {
    const { body } = resource;
    if (body.peek('egress')?.content === true) return [];
    const at = body.peek('network_acl_id');
    const acl = graph.from(resource).find((relation) => at !== undefined && relation.at === at)?.to;
    const home = acl ?? at?.content;
    const list = lists.get(home) ?? [];
    lists.set(home, list);
    list.push(body);
    return [{ resource, node: body, list }];
  });
}

const administration: Readonly<Record<number, string>> = { 22: 'SSH', 3389: 'Remote Desktop' };

export default check({
  id: 'aws/network-acl-open',
  title: 'Network ACL that lets the internet in everywhere',
  dimension: 'security',
  severity: 'low',
  why: 'The network ACL is the second fence behind the security groups: it holds when a group is opened by mistake. A rule that lets everything in, or SSH and Remote Desktop from everywhere, takes it away. Allow the ports that are served, and the high ports for answers.',
  sameAs: [
    'checkov:CKV_AWS_231',
    'checkov:CKV_AWS_232',
    'checkov:CKV_AWS_352',
    'kics:terraform/aws/network_acl_with_unrestricted_access_to_rdp',
    'kics:terraform/aws/network_acl_with_unrestricted_access_to_ssh',
    'regula:FG_R00357',
    'regula:FG_R00359',
    'trivy:AWS-0102',
    'trivy:AWS-0105',
  ],
  controls: ['cis-aws:5.1', 'pci-dss:1.3.1', 'soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html'],
  visits: aclRules,
  judge({ resource, node, list }) {
    const action = node.text('rule_action') ?? node.text('action');
    if (action?.toLowerCase() !== 'allow') return;
    const range = ['cidr_block', 'ipv6_cidr_block'].flatMap((name) => node.get(name) ?? []);
    const open = range.find((one) => isInternet(one.text() ?? ''));
    if (!open) return;
    const protocol = (node.text('protocol') ?? '-1').toLowerCase();
    const isAll = protocol === '-1' || protocol === 'all';
    if (!isAll && protocol !== '6' && protocol !== 'tcp') return;
    const first = isAll ? 0 : (node.amount('from_port') ?? 0);
    const last = isAll ? 65535 : (node.amount('to_port') ?? 65535);
    const isEverything = first <= 1 && last >= 65535;
    const found = Object.entries(administration).filter(
      ([port]) =>
        first <= Number(port) && Number(port) <= last && !isDeniedBefore(node, list, Number(port), open),
    );
    if (!isEverything && found.length === 0) return;
    return {
      message: `${resource.address} lets ${open.text()} in on ${isEverything ? 'every port' : found.map(([port, name]) => `port ${port} (${name})`).join(' and ')}, so that only the security groups are left: allow the ports that are served.`,
      at: open,
      ...(isEverything && { severity: 'info' }),
    };
  },
  examples: {
    bad: 'resource "aws_network_acl_rule" "ssh" {\n  network_acl_id = "acl-0a1b2c3d"\n  rule_number    = 100\n  protocol       = "tcp"\n  rule_action    = "allow"\n  cidr_block     = "0.0.0.0/0"\n  from_port      = 22\n  to_port        = 22\n}\n',
    good: 'resource "aws_network_acl_rule" "https" {\n  network_acl_id = "acl-0a1b2c3d"\n  rule_number    = 100\n  protocol       = "tcp"\n  rule_action    = "allow"\n  cidr_block     = "0.0.0.0/0"\n  from_port      = 443\n  to_port        = 443\n}\n',
  },
});

/** Whether a rule with a lower number turns away from everywhere what this one lets in on a port. */
function isDeniedBefore(rule: Node, list: readonly Node[], port: number, open: Node): boolean {
  const own = numberOf(rule);
  const isV6 = textOf(open).includes(':');
  return list.some((other) => {
    const number = numberOf(other);
    if (number === undefined || own === undefined || number >= own) return false;
    if (textAt(other, 'rule_action') !== 'deny' && textAt(other, 'action') !== 'deny') return false;
    if (!isInternet(textAt(other, isV6 ? 'ipv6_cidr_block' : 'cidr_block'))) return false;
    const protocol = textOf(other.peek('protocol'));
    if (/^(-1|all)$/.test(protocol)) return true;
    if (!/^(6|tcp)$/.test(protocol)) return false;
    const [from, to] = ['from_port', 'to_port'].map((name) => Number(textOf(other.peek(name)) || Number.NaN));
    return from! <= port && port <= to!;
  });
}

function numberOf(rule: Node): number | undefined {
  const written = textOf(rule.peek('rule_number') ?? rule.peek('rule_no'));
  return written === '' ? undefined : Number(written);
}

function textOf(node: Node | undefined): string {
  const content = node?.content;
  return typeof content === 'string' || typeof content === 'number' ? String(content) : '';
}
