import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Undecided } from '../../model/unknown.ts';
import type { Graph } from '../graph.ts';
import { itemsAt } from '../look.ts';
import { isInternet, parseRange } from '../network/ranges.ts';
import type { Selector, Subject } from '../selector.ts';

/** One rule of a network security group, wherever it is written. */
export interface SecurityRule extends Subject {
  /** the group that it belongs to, where that is known */
  readonly group: Resource | undefined;
}

/** Blocks `security_rule` and `azurerm_network_security_rule`, in both directions. */
export const securityRules: Selector<SecurityRule> = {
  of: 'rules of network security groups',
  find: (graph) => [
    ...graph
      .ofType('azurerm_network_security_group')
      .flatMap((resource) =>
        itemsAt(resource.body, 'security_rule').map((node) => ({ resource, node, group: resource })),
      ),
    ...graph
      .ofType('azurerm_network_security_rule')
      .map((resource) => ({ resource, node: resource.body, group: groupOf(graph, resource) })),
  ],
};

function groupOf(graph: Graph, rule: Resource): Resource | undefined {
  const at = rule.body.peek('network_security_group_name');
  return graph
    .from(rule)
    .find((relation) => relation.to.type === 'azurerm_network_security_group' && relation.at === at)?.to;
}

/** Whether a rule lets something in. Source: Azure takes these words in any case. @throws Undecided */
export function isAllowedInbound({ node }: SecurityRule): boolean {
  return (
    node.text('direction')?.toLowerCase() === 'inbound' && node.text('access')?.toLowerCase() === 'allow'
  );
}

/** Whether a source takes in everybody: the tag, the asterisk, or a range of all addresses, also as people misspell it. */
function isEverybody(text: string): boolean {
  return /^(\*|internet|any|0\.0\.0\.0|(.*)\/0)$/i.test(text.trim()) || isInternet(text);
}

/** The sources of a rule which take in the whole internet. @throws Undecided where one that is unknown might */
export function internetSources({ node }: SecurityRule): readonly Node[] {
  const open: Node[] = [];
  let doubt: Undecided | undefined;
  for (const source of sourcesOf(node))
    try {
      if (isEverybody(source.text() ?? '')) open.push(source);
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      doubt ??= error;
    }
  if (open.length === 0 && doubt) throw doubt;
  return open;
}

function sourcesOf(node: Node): readonly Node[] {
  const one = node.get('source_address_prefix');
  return [...(one ? [one] : []), ...node.list('source_address_prefixes')];
}

export interface PortRange {
  readonly first: number;
  readonly last: number;
}

const allPorts: PortRange = { first: 0, last: 65535 };

/** The ports that a rule is about. Where it names none it is about all of them. @throws Undecided */
export function portsOf({ node }: SecurityRule): readonly PortRange[] {
  const one = node.text('destination_port_range');
  const many = node.get('destination_port_ranges');
  const texts = [
    ...(one === undefined ? [] : [one]),
    ...(many
      ? Array.isArray(many.content)
        ? many.list().map((item) => item.text() ?? '')
        : [many.text() ?? '']
      : []),
  ].flatMap((text) => text.split(','));
  if (texts.length === 0) return [allPorts];
  return texts.flatMap((text) => parsePorts(text.trim()) ?? []);
}

function parsePorts(text: string): PortRange | undefined {
  if (text === '*' || /^any$/i.test(text)) return allPorts;
  const found = /^(\d{1,5})(?:\s*-\s*(\d{1,5}))?$/.exec(text);
  if (!found) return undefined;
  return { first: Number(found[1]), last: Number(found[2] ?? found[1]) };
}

/** `any` where the rule is about every protocol. @throws Undecided */
export function protocolOf({ node }: SecurityRule): string {
  const protocol = node.text('protocol')?.toLowerCase() ?? '*';
  return protocol === '*' ? 'any' : protocol;
}

/** Whether a rule is about so much that no single service can be meant. @throws Undecided */
export function isAboutAllPorts(rule: SecurityRule): boolean {
  return protocolOf(rule) !== 'icmp' && portsOf(rule).some(({ first, last }) => first <= 1 && last >= 65535);
}

/** Whether a rule is about a TCP port. @throws Undecided */
export function isAbout(rule: SecurityRule, port: number): boolean {
  const protocol = protocolOf(rule);
  return (
    (protocol === 'any' || protocol === 'tcp') &&
    portsOf(rule).some(({ first, last }) => first <= port && port <= last)
  );
}

/**
 * Whether a rule that comes earlier in the same group already refuses everybody on a port: the lower number of priority wins.
 * Source: Azure documentation, Network security groups.
 * @throws Undecided
 */
export function isRefusedEarlier(graph: Graph, rule: SecurityRule, port: number): boolean {
  const priority = rule.node.amount('priority');
  if (!rule.group || priority === undefined) return false;
  return rulesOf(graph, rule.group).some((other) => {
    if (other === rule || other.node.text('access')?.toLowerCase() !== 'deny') return false;
    if (other.node.text('direction')?.toLowerCase() !== 'inbound') return false;
    if ((other.node.amount('priority') ?? priority) >= priority) return false;
    return isAbout(other, port) && internetSources(other).length > 0;
  });
}

/** All rules of a group, those written inside and those of their own. */
export function rulesOf(graph: Graph, group: Resource): readonly SecurityRule[] {
  const byGroup = graph.derive(rulesOf, () => {
    const found = new Map<Resource, SecurityRule[]>();
    for (const rule of graph.select(securityRules)) {
      if (!rule.group) continue;
      const list = found.get(rule.group);
      if (list) list.push(rule);
      else found.set(rule.group, [rule]);
    }
    return found;
  });
  return byGroup.get(group) ?? [];
}

/** How a finding speaks of the source that is open. */
export function sourceText(source: Node): string {
  const text = source.text() ?? '';
  return parseRange(text) ? text : `everybody (${text})`;
}
