import { describe, expect, it } from 'vitest';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import type { Origin } from '../../model/origin.ts';
import { Undecided } from '../../model/unknown.ts';
import type { ReadOptions } from '../reader.ts';
import type { TerraformResource } from './resource.ts';
import { terraformReader } from './terraform-reader.ts';

const defaults: ReadOptions = { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: false };

async function read(files: Record<string, string>, options: Partial<ReadOptions> = {}) {
  const repository = memoryRepository(files);
  const { resources, units } = await terraformReader.read(repository, { ...defaults, ...options });
  return {
    units,
    problems: repository.problems,
    addresses: resources.map(({ address }) => address),
    all: (address: string) =>
      resources.filter((resource) => resource.address === address) as TerraformResource[],
    at(address: string) {
      const found = resources.find((resource) => resource.address === address);
      if (!found) throw new Error(`no ${address} among ${resources.map((one) => one.address).join(', ')}`);
      return found.body;
    },
  };
}

function place({ file, start }: Origin): string {
  return `${file.path}:${file.lineAt(start)}`;
}

describe('names and values', () => {
  it('evaluates variables, locals and functions', async () => {
    const { at, problems } = await read({
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
    const { at } = await read({
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
    const { at } = await read({
      'main.tf': `variable "on" { default = false }
resource "aws_db_instance" "d" {
  publicly_accessible = var.on ? true : false
}`,
    });
    expect(at('aws_db_instance.d').flag('publicly_accessible')).toBe(false);
  });

  it('reads what is no expression as it is written', async () => {
    const { at, problems } = await read({
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
    const { at, problems } = await read({
      'main.tf':
        'variable "a" {\n  type    = "string"\n  default = 1\n}\nresource "aws_x_y" "r" {\n  a = "${var.a}!"\n}',
    });
    expect(at('aws_x_y.r').text('a')).toBe('1!');
    expect(problems).toEqual([]);
  });

  it('converts variables to their type, and tells where a value does not fit', async () => {
    const { at, problems } = await read({
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
    const { addresses, at } = await read({
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
    const { addresses } = await read({
      'main.tf': 'variable "n" { type = number }\nresource "aws_eip" "e" {\n  count = var.n\n}',
    });
    expect(addresses).toContain('aws_eip.e[?]');
  });

  it('bounds a count that is a mistake, and says so', async () => {
    const { addresses, problems } = await read({
      'main.tf': 'resource "aws_eip" "e" {\n  count = 1000000\n}',
    });
    expect(addresses.length).toBe(1000);
    expect(problems).toMatchObject([{ kind: 'limit', path: 'main.tf' }]);
  });

  it('writes dynamic blocks out', async () => {
    const { at } = await read({
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

describe('modules', () => {
  const files = {
    'envs/prod/main.tf': `module "db" {
  source = "../../modules/db"
  public = true
}
output "id" { value = module.db.name }`,
    'modules/db/main.tf': `variable "public" { default = false }
resource "aws_db_instance" "this" {
  identifier          = "orders"
  publicly_accessible = var.public
}
output "name" { value = aws_db_instance.this.identifier }`,
  };

  it('are read as their callers call them, and are no roots', async () => {
    const { at, units } = await read(files);
    expect(units).toMatchObject([{ id: 'terraform:envs/prod', environment: 'prod' }]);
    expect(at('module.db.aws_db_instance.this').flag('publicly_accessible')).toBe(true);
    expect(at('output.id').text('value')).toBe('orders');
  });

  it('lead findings to the argument of the call, with the way there', async () => {
    const { at } = await read(files);
    const origin = at('module.db.aws_db_instance.this').get('publicly_accessible')!.origin();
    expect(place(origin)).toBe('envs/prod/main.tf:3');
    expect(origin.via?.map(({ what }) => what)).toEqual(['used here']);
    const whole = at('module.db.aws_db_instance.this').origin();
    expect(place(whole)).toBe('modules/db/main.tf:2');
    expect(whole.via?.map(({ what }) => what)).toEqual(['module call db']);
  });

  it('give the node that a fix may edit', async () => {
    const { at } = await read(files);
    const source = at('module.db.aws_db_instance.this').get('publicly_accessible')!.source()!;
    expect(source.file.text.slice(source.start, source.end)).toBe('true');
  });

  it('from elsewhere are unknown, unless terraform init has installed them', async () => {
    const call = 'module "m" {\n  source = "org/m/aws"\n}\nresource "aws_x_y" "r" {\n  a = module.m.out\n}';
    const missing = await read({ 'main.tf': call });
    expect(() => missing.at('aws_x_y.r').text('a')).toThrow(Undecided as never);
    const installed = await read({
      'main.tf': call,
      '.terraform/modules/modules.json':
        '{"Modules":[{"Key":"","Dir":"."},{"Key":"m","Dir":".terraform/modules/m"}]}',
      '.terraform/modules/m/main.tf': 'output "out" {\n  value = "here"\n}',
    });
    expect(installed.at('aws_x_y.r').text('a')).toBe('here');
  });

  it('that call each other are told and end', async () => {
    const { problems } = await read({
      'main.tf': 'module "a" {\n  source = "./a"\n}',
      'a/main.tf': 'module "b" {\n  source = "../b"\n}',
      'b/main.tf': 'module "a" {\n  source = "../a"\n}',
    });
    expect(problems).toMatchObject([{ kind: 'invalid', path: 'b/main.tf' }]);
  });

  it('outside of the repository are not read', async () => {
    const { problems } = await read({ 'main.tf': 'module "a" {\n  source = "../../etc"\n}' });
    expect(problems).toMatchObject([
      { kind: 'invalid', message: expect.stringContaining('out of the repository') },
    ]);
  });
});

describe('variables files', () => {
  it('make an environment each, and lead there', async () => {
    const { units, all } = await read({
      'main.tf': 'variable "days" { default = 1 }\nresource "aws_x_y" "r" {\n  days = var.days\n}',
      'staging.tfvars': 'days = 3\n',
      'prod.tfvars': 'days = 7\n',
    });
    expect(units.map(({ environment }) => environment)).toEqual(['prod', 'staging']);
    const [prod, staging] = all('aws_x_y.r');
    expect([prod!.body.amount('days'), staging!.body.amount('days')]).toEqual([7, 3]);
    expect(place(prod!.body.get('days')!.origin())).toBe('prod.tfvars:1');
  });

  it('win in their order, and --var over them', async () => {
    const files = {
      'main.tf': 'variable "a" { type = string }\nresource "aws_x_y" "r" {\n  a = var.a\n}',
      'terraform.tfvars': 'a = "plain"\n',
      'z.auto.tfvars.json': '{"a": "auto"}',
    };
    expect((await read(files)).at('aws_x_y.r').text('a')).toBe('auto');
    expect((await read(files, { vars: { a: 'given' } })).at('aws_x_y.r').text('a')).toBe('given');
  });
});

describe('files', () => {
  it('in JSON say the same', async () => {
    const { at, problems } = await read({
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
    const { addresses, problems } = await read({
      'a.tf': 'resource "aws_x_y" "a" {\n  v = [1, \n}\n\nresource "aws_x_y" "b" {\n  v = 1\n}\n',
      'b.tf': 'resource "aws_x_y" "c" {}\n',
    });
    expect(addresses).toEqual(expect.arrayContaining(['aws_x_y.b', 'aws_x_y.c']));
    expect(problems[0]).toMatchObject({ kind: 'unreadable', path: 'a.tf' });
  });

  it('called override replace what they name', async () => {
    const { at, problems } = await read({
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
    const { problems } = await read({
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
    const { at, problems } = await read({
      'main.tf': `variable "options" { default = null }
resource "aws_sqs_queue" "q" { name = var.options.name }`,
    });
    expect(() => at('aws_sqs_queue.q').text('name')).toThrow(Undecided as never);
    expect(problems.map(({ kind }) => kind)).toEqual(['invalid']);
  });
});
