import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { Undecided } from '../../model/unknown.ts';
import {
  internetSources,
  isAbout,
  isAboutAllPorts,
  isAllowedInbound,
  isRefusedEarlier,
  securityRules,
} from './security-rules.ts';

async function rulesIn(text: string) {
  const { graph } = await readFiles({ 'main.tf': text });
  return { graph, rules: graph.select(securityRules) };
}

function rule(rest: string): string {
  return `resource "azurerm_network_security_rule" "r" {
  direction = "Inbound"
  access    = "Allow"
  ${rest}
}
`;
}

describe('the ports of a rule', () => {
  it.each([
    ['destination_port_range = "22"', true, false],
    ['destination_port_range = "21-53"\nprotocol = "TCP"', true, false],
    ['destination_port_range = "111-211, 20-30, 3"', true, false],
    ['destination_port_ranges = ["80", "22"]\nprotocol = "Tcp"', true, false],
    ['destination_port_ranges = "443"', false, false],
    ['destination_port_range = "22"\nprotocol = "Udp"', false, false],
    ['destination_port_range = "*"\nprotocol = "Icmp"', false, false],
    ['destination_port_range = "*"', true, true],
    ['destination_port_range = "0-65535"\nprotocol = "*"', true, true],
    ['', true, true],
    ['destination_port_range = "443"', false, false],
  ])('%s', async (ports, ssh, all) => {
    const { rules } = await rulesIn(rule(ports));
    expect([isAbout(rules[0]!, 22), isAboutAllPorts(rules[0]!)]).toEqual([ssh, all]);
  });
});

describe('the sources of a rule', () => {
  it.each([
    ['source_address_prefix = "*"', 1],
    ['source_address_prefix = "internet"', 1],
    ['source_address_prefix = "0.0.0.0/0"', 1],
    ['source_address_prefixes = ["10.0.0.0/8", "::/0"]', 1],
    ['source_address_prefixes = ["34.15.11.3/0"]', 1],
    ['source_address_prefix = "VirtualNetwork"', 0],
    ['source_address_prefix = "AzureLoadBalancer"', 0],
    ['source_address_prefix = "203.0.113.0/24"', 0],
    ['source_application_security_group_ids = ["/subscriptions/0b1f/asg"]', 0],
    ['', 0],
  ])('%s', async (sources, count) => {
    const { rules } = await rulesIn(rule(sources));
    expect(internetSources(rules[0]!)).toHaveLength(count);
  });

  it('are undecided where one that is unknown might be everybody', async () => {
    const { rules } = await rulesIn(`variable "office" {}\n${rule('source_address_prefix = var.office')}`);
    expect(() => internetSources(rules[0]!)).toThrow(Undecided);
  });
});

describe('the rules of a group', () => {
  const group = (rules: string) => `resource "azurerm_network_security_group" "g" {
  name = "g"
  ${rules}
}
`;

  it('are found wherever they are written, with their group', async () => {
    const { rules } = await rulesIn(`${group(`
  dynamic "security_rule" {
    for_each = { ssh = 22, web = 80 }
    content {
      name                   = security_rule.key
      priority               = security_rule.value
      direction              = "inbound"
      access                 = "allow"
      destination_port_range = security_rule.value
    }
  }`)}
resource "azurerm_network_security_rule" "apart" {
  for_each                    = toset(["443", "8443"])
  direction                   = "Outbound"
  access                      = "Allow"
  destination_port_range      = each.value
  network_security_group_name = azurerm_network_security_group.g.name
}
`);
    expect(rules.map(({ group }) => group?.address)).toEqual(
      Array<string>(4).fill('azurerm_network_security_group.g'),
    );
    expect(rules.map((one) => isAllowedInbound(one))).toEqual([true, true, false, false]);
    expect(rules.map((one) => isAbout(one, 22))).toEqual([true, false, false, false]);
  });

  it.each([
    ['refuses before', 100, '*', true],
    ['refuses after', 300, '*', false],
    ['refuses somebody else before', 100, '198.51.100.0/24', false],
  ])('%s', async (_, priority, source, refused) => {
    const { graph, rules } = await rulesIn(`${group(`
  security_rule {
    name                   = "no"
    priority               = ${priority}
    direction              = "Inbound"
    access                 = "Deny"
    protocol               = "*"
    destination_port_range = "20-30"
    source_address_prefix  = "${source}"
  }`)}
resource "azurerm_network_security_rule" "ssh" {
  priority                    = 200
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  destination_port_range      = "22"
  source_address_prefix       = "*"
  network_security_group_name = azurerm_network_security_group.g.name
}
`);
    const allow = rules.find(({ resource }) => resource.type === 'azurerm_network_security_rule')!;
    expect(isRefusedEarlier(graph, allow, 22)).toBe(refused);
  });
});
