import { describe, expect, it } from 'vitest';
import { place, readTerraform } from '../../../tests/support/read-terraform.ts';
import { Undecided } from '../../model/unknown.ts';

describe('names and values', () => {
  it('evaluates variables, locals and functions', async () => {
    const { at, problems } = await readTerraform({
      'main.tf': `variable "env" { default = "prod" }
locals { name = "\${var.env}-shop" }
resource "aws_sqs_queue" "q" {
  name = upper(local.name)
  tags = { env = var.env, "a b" = 1 }
}`,
    });
    expect(problems).toEqual([]);
    expect(at('aws_sqs_queue.q').text('name')).toBe('PROD-SHOP');
    expect(at('aws_sqs_queue.q').get('tags')?.plain()).toEqual({ env: 'prod', 'a b': 1 });
  });

  it('answers unknown, and never absent, for what only the apply knows', async () => {
    const { at } = await readTerraform({
      'main.tf': `variable "key" {}
data "aws_ami" "base" {}
resource "aws_kms_key" "k" {}
resource "aws_instance" "i" {
  ami        = data.aws_ami.base.id
  kms_key_id = aws_kms_key.k.arn
  user_data  = var.key
}`,
    });
    const instance = at('aws_instance.i');
    expect(instance.has('kms_key_id')).toBe(true);
    expect(() => instance.text('ami')).toThrow(Undecided as never);
    expect(() => instance.has('user_data')).toThrow(Undecided as never);
    expect(instance.has('subnet_id')).toBe(false);
  });

  it('takes a branch only where its condition is known', async () => {
    const { at } = await readTerraform({
      'main.tf': `variable "on" { default = false }
resource "aws_db_instance" "d" {
  publicly_accessible = var.on ? true : false
}`,
    });
    expect(at('aws_db_instance.d').flag('publicly_accessible')).toBe(false);
  });

  it.each([
    ['list', '[1, "a"]', ['1', 'a']],
    ['map', '{ a = 1 }', { a: 1 }],
  ])('takes a %s of anything, which only a variable may leave unsaid', async (type, value, expected) => {
    const { at, problems } = await readTerraform({
      'main.tf': `variable "v" {
  type    = ${type}
  default = ${value}
}
resource "aws_x_y" "r" { value = var.v }`,
    });
    expect(at('aws_x_y.r').get('value')?.plain()).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it('reads what is no expression as it is written', async () => {
    const { at, problems } = await readTerraform({
      'main.tf': `variable "zones" {
  type = list(object({ name = string }))
}
resource "aws_x_y" "r" {
  provider   = aws.west
  depends_on = [aws_x_y.q]
}
resource "aws_x_y" "q" {}`,
    });
    expect(at('var.zones').text('type')).toBe('list(object({ name = string }))');
    expect(at('aws_x_y.r').text('provider')).toBe('aws.west');
    expect(problems).toEqual([]);
  });

  it('takes the quoted types of old', async () => {
    const { at, problems } = await readTerraform({
      'main.tf':
        'variable "a" {\n  type    = "string"\n  default = 1\n}\nresource "aws_x_y" "r" {\n  a = "${var.a}!"\n}',
    });
    expect(at('aws_x_y.r').text('a')).toBe('1!');
    expect(problems).toEqual([]);
  });

  it('converts variables to their type, and tells where a value does not fit', async () => {
    const { at, problems } = await readTerraform({
      'main.tf': `variable "days" { type = number }
variable "zones" { type = list(string) }
resource "aws_x_y" "z" {
  days = var.days
}`,
      'terraform.tfvars': 'days = "7"\nzones = { a = 1 }\n',
    });
    expect(at('aws_x_y.z').amount('days')).toBe(7);
    // never used, so never evaluated
    expect(problems).toEqual([]);
  });
});
describe('instances', () => {
  it('makes one for each key of count and for_each', async () => {
    const { addresses, at } = await readTerraform({
      'main.tf': `variable "zones" { default = ["a", "b"] }
resource "aws_subnet" "s" {
  for_each   = toset(var.zones)
  cidr_block = each.key == "a" ? "10.0.0.0/24" : "10.0.1.0/24"
}
resource "aws_eip" "e" {
  count = 2
  tags  = { n = count.index }
}`,
    });
    expect(addresses).toEqual(
      expect.arrayContaining(['aws_subnet.s["a"]', 'aws_subnet.s["b"]', 'aws_eip.e[0]', 'aws_eip.e[1]']),
    );
    expect(at('aws_subnet.s["b"]').text('cidr_block')).toBe('10.0.1.0/24');
    expect(at('aws_eip.e[1]').amount('tags', 'n')).toBe(1);
  });

  it('stands for unknown keys with one instance', async () => {
    const { addresses } = await readTerraform({
      'main.tf': 'variable "n" { type = number }\nresource "aws_eip" "e" {\n  count = var.n\n}',
    });
    expect(addresses).toContain('aws_eip.e[?]');
  });

  it('bounds a count that is a mistake, and says so', async () => {
    const { addresses, problems } = await readTerraform({
      'main.tf': 'resource "aws_eip" "e" {\n  count = 1000000\n}',
    });
    expect(addresses.length).toBe(1000);
    expect(problems).toMatchObject([{ kind: 'limit', path: 'main.tf' }]);
  });

  it('writes dynamic blocks out', async () => {
    const { at } = await readTerraform({
      'main.tf': `resource "aws_security_group" "g" {
  ingress { from_port = 22 }
  dynamic "ingress" {
    for_each = [80, 443]
    iterator = port
    content { from_port = port.value }
  }
}`,
    });
    expect(
      at('aws_security_group.g')
        .list('ingress')
        .map((rule) => rule.amount('from_port')),
    ).toEqual([22, 80, 443]);
  });
});
describe('files', () => {
  it('in JSON say the same', async () => {
    const { at, problems } = await readTerraform({
      'main.tf.json': JSON.stringify({
        variable: { env: { default: 'prod' } },
        resource: { aws_sqs_queue: { q: { name: 'shop-${var.env}', lifecycle: { prevent_destroy: true } } } },
      }),
    });
    expect(problems).toEqual([]);
    expect(at('aws_sqs_queue.q').text('name')).toBe('shop-prod');
    expect(at('aws_sqs_queue.q').flag('lifecycle', 'prevent_destroy')).toBe(true);
  });

  it('that are broken lose only what is broken', async () => {
    const { addresses, problems } = await readTerraform({
      'a.tf': 'resource "aws_x_y" "a" {\n  v = [1, \n}\n\nresource "aws_x_y" "b" {\n  v = 1\n}\n',
      'b.tf': 'resource "aws_x_y" "c" {}\n',
    });
    expect(addresses).toEqual(expect.arrayContaining(['aws_x_y.b', 'aws_x_y.c']));
    expect(problems[0]).toMatchObject({ kind: 'unreadable', path: 'a.tf' });
  });

  it('called override replace what they name', async () => {
    const { at, problems } = await readTerraform({
      'main.tf': 'resource "aws_x_y" "r" {\n  a = 1\n  b = 2\n}',
      'override.tf': 'resource "aws_x_y" "r" {\n  b = 3\n}',
    });
    expect(problems).toEqual([]);
    expect([at('aws_x_y.r').amount('a'), at('aws_x_y.r').amount('b')]).toEqual([1, 3]);
    expect(place(at('aws_x_y.r').get('b')!.origin())).toBe('override.tf:2');
  });
});
describe('what may not be there', () => {
  it('blames nothing that count may leave out', async () => {
    const { problems } = await readTerraform({
      'main.tf': `variable "green" {}
variable "options" { default = null }
module "green" {
  count  = var.green ? 1 : 0
  source = "./green"
  size   = var.options.size
}
resource "aws_sqs_queue" "q" {
  count = var.green ? 1 : 0
  name  = var.options.name
}`,
      'green/main.tf': `variable "size" {}
resource "aws_instance" "i" { instance_type = var.size }`,
    });
    expect(problems).toEqual([]);
  });

  it('still blames what is certainly there', async () => {
    const { at, problems } = await readTerraform({
      'main.tf': `variable "options" { default = null }
resource "aws_sqs_queue" "q" { name = var.options.name }`,
    });
    expect(() => at('aws_sqs_queue.q').text('name')).toThrow(Undecided as never);
    expect(problems.map(({ kind }) => kind)).toEqual(['invalid']);
  });
});
