import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { Undecided } from '../../model/unknown.ts';
import {
  ingressRules,
  internetRanges,
  letsAllThrough,
  letsIn,
  protectsOnlyPrivate,
} from './security-groups.ts';

async function rulesIn(text: string) {
  const { graph } = await readFiles({ 'main.tf': text });
  return { graph, rules: graph.select(ingressRules) };
}

function rule(ports: string, ranges = '["0.0.0.0/0"]'): string {
  return `resource "aws_security_group" "g" {
  ingress {
    ${ports}
    cidr_blocks = ${ranges}
  }
}
`;
}

describe('ingress rules', () => {
  it.each([
    ['protocol = "tcp"\nfrom_port = 22\nto_port = 22', true, false],
    ['protocol = "6"\nfrom_port = 20\nto_port = 25', true, false],
    ['protocol = "udp"\nfrom_port = 22\nto_port = 22', false, false],
    ['protocol = "icmp"\nfrom_port = 8\nto_port = 255', false, false],
    ['protocol = "icmp"\nfrom_port = -1\nto_port = -1', false, false],
    ['protocol = "-1"\nfrom_port = 0\nto_port = 0', true, true],
    ['protocol = "tcp"\nfrom_port = 0\nto_port = 65535', true, true],
    ['protocol = "tcp"\nfrom_port = 443\nto_port = 443', false, false],
  ])('%s', async (ports, ssh, all) => {
    const { rules } = await rulesIn(rule(ports));
    expect([letsIn(rules[0]!, 22), letsAllThrough(rules[0]!)]).toEqual([ssh, all]);
  });

  it('are found wherever they are written, with their group', async () => {
    const { rules } = await rulesIn(`
resource "aws_security_group" "g" {
  dynamic "ingress" {
    for_each = [22, 80]
    content {
      protocol    = "tcp"
      from_port   = ingress.value
      to_port     = ingress.value
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}
resource "aws_security_group" "old" {
  ingress = [{ protocol = "tcp", from_port = 22, to_port = 22, cidr_blocks = ["0.0.0.0/0"] }]
}
resource "aws_security_group_rule" "a" {
  type              = "ingress"
  security_group_id = aws_security_group.g.id
}
resource "aws_security_group_rule" "b" {
  type              = "egress"
  security_group_id = aws_security_group.g.id
}
resource "aws_vpc_security_group_ingress_rule" "c" {
  security_group_id            = aws_security_group.g.id
  referenced_security_group_id = aws_security_group.old.id
}
`);
    expect(rules.map(({ resource, group }) => [resource.name, group?.name])).toEqual([
      ['g', 'g'],
      ['g', 'g'],
      ['old', 'old'],
      ['a', 'g'],
      ['c', 'g'],
    ]);
  });

  it('are open by what is known of their ranges, and undecided where the unknown could open them', async () => {
    const some = await rulesIn(
      `variable "office" {}\n${rule('protocol = "tcp"', '[var.office, "0.0.0.0/0"]')}`,
    );
    expect(internetRanges(some.rules[0]!).map((node) => node.text())).toEqual(['0.0.0.0/0']);
    const none = await rulesIn(`variable "office" {}\n${rule('protocol = "tcp"', '[var.office]')}`);
    expect(() => internetRanges(none.rules[0]!)).toThrow(Undecided);
  });
});

it('knows groups that protect only what has no public address', async () => {
  const { graph } = await rulesIn(`
resource "aws_security_group" "db" {}
resource "aws_security_group" "mixed" {
  ingress { security_groups = [aws_security_group.db.id] }
}
resource "aws_db_instance" "a" { vpc_security_group_ids = [aws_security_group.db.id, aws_security_group.mixed.id] }
resource "aws_instance" "b" { vpc_security_group_ids = [aws_security_group.mixed.id] }
`);
  const groups = graph
    .ofType('aws_security_group')
    .map((group) => [group.name, protectsOnlyPrivate(graph, group)]);
  expect(Object.fromEntries(groups)).toEqual({ db: true, mixed: false });
});
