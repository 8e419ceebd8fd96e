import { rulesOf, securityRules } from '../../graph/azure/security-rules.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/security-rule-priority-taken',
  title: 'Two rules of a security group with one priority',
  dimension: 'functionality',
  severity: 'high',
  why: 'Within a group and a direction each priority may be used once: Azure refuses the second rule in the middle of the apply, and the traffic that it was meant for stays refused or open.',
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-network/network-security-groups-overview'],
  visits: securityRules,
  judge(rule, graph) {
    const priority = rule.node.get('priority');
    const number = priority?.amount();
    if (!priority || number === undefined || !rule.group) return;
    const direction = known(rule.node, 'direction');
    const all = rulesOf(graph, rule.group);
    const earlier = all
      .slice(0, all.indexOf(rule))
      .find(
        ({ node }) =>
          direction !== undefined &&
          known(node, 'direction') === direction &&
          known(node, 'priority') === String(number),
      );
    if (!earlier) return;
    const name = earlier.node.peek('name')?.content;
    return {
      message: `${rule.group.address} has two ${direction} rules of priority ${number}${typeof name === 'string' ? `, this one and ${name}` : ''}, and Azure refuses the second: give each its own.`,
      at: priority,
    };
  },
  examples: {
    bad: group(100),
    good: group(110),
  },
});

function known(node: Node, name: string): string | undefined {
  const content = node.peek(name)?.content;
  return typeof content === 'string' || typeof content === 'number'
    ? String(content).toLowerCase()
    : undefined;
}

function group(priority: number): string {
  const rule = (name: string, at: number, port: number) => `
  security_rule {
    name                       = "${name}"
    priority                   = ${at}
    direction                  = "Inbound"
    access                     = "Allow"
    protocol                   = "Tcp"
    source_port_range          = "*"
    destination_port_range     = "${port}"
    source_address_prefix      = "VirtualNetwork"
    destination_address_prefix = "*"
  }
`;
  return `resource "azurerm_network_security_group" "web" {
  name                = "web"
  location            = "westeurope"
  resource_group_name = "shop"
${rule('https', 100, 443)}${rule('metrics', priority, 9100)}}
`;
}
