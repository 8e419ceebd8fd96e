import { describe, expect, it } from 'vitest';
import { place, readTerraform } from '../../../tests/support/read-terraform.ts';
import { Undecided } from '../../model/unknown.ts';

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
    const { at, units } = await readTerraform(files);
    expect(units).toMatchObject([{ id: 'terraform:envs/prod', environment: 'prod' }]);
    expect(at('module.db.aws_db_instance.this').flag('publicly_accessible')).toBe(true);
    expect(at('output.id').text('value')).toBe('orders');
  });

  it('lead findings to the argument of the call, with the way there', async () => {
    const { at } = await readTerraform(files);
    const origin = at('module.db.aws_db_instance.this').get('publicly_accessible')!.origin();
    expect(place(origin)).toBe('envs/prod/main.tf:3');
    expect(origin.via?.map(({ what }) => what)).toEqual(['used here']);
    const whole = at('module.db.aws_db_instance.this').origin();
    expect(place(whole)).toBe('modules/db/main.tf:2');
    expect(whole.via?.map(({ what }) => what)).toEqual(['module call db']);
  });

  it('give the node that a fix may edit', async () => {
    const { at } = await readTerraform(files);
    const source = at('module.db.aws_db_instance.this').get('publicly_accessible')!.source()!;
    expect(source.file.text.slice(source.start, source.end)).toBe('true');
  });

  it('from elsewhere are unknown, unless terraform init has installed them', async () => {
    const call = 'module "m" {\n  source = "org/m/aws"\n}\nresource "aws_x_y" "r" {\n  a = module.m.out\n}';
    const missing = await readTerraform({ 'main.tf': call });
    expect(() => missing.at('aws_x_y.r').text('a')).toThrow(Undecided as never);
    const installed = await readTerraform({
      'main.tf': call,
      '.terraform/modules/modules.json':
        '{"Modules":[{"Key":"","Dir":"."},{"Key":"m","Dir":".terraform/modules/m"}]}',
      '.terraform/modules/m/main.tf': 'output "out" {\n  value = "here"\n}',
    });
    expect(installed.at('aws_x_y.r').text('a')).toBe('here');
  });

  it('that call each other are told and end', async () => {
    const { problems } = await readTerraform({
      'main.tf': 'module "a" {\n  source = "./a"\n}',
      'a/main.tf': 'module "b" {\n  source = "../b"\n}',
      'b/main.tf': 'module "a" {\n  source = "../a"\n}',
    });
    expect(problems).toMatchObject([{ kind: 'invalid', path: 'b/main.tf' }]);
  });

  it('outside of the repository are not read', async () => {
    const { problems } = await readTerraform({ 'main.tf': 'module "a" {\n  source = "../../etc"\n}' });
    expect(problems).toMatchObject([
      { kind: 'invalid', message: expect.stringContaining('out of the repository') },
    ]);
  });
});
describe('variables files', () => {
  it('make an environment each, and lead there', async () => {
    const { units, all } = await readTerraform({
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
    expect((await readTerraform(files)).at('aws_x_y.r').text('a')).toBe('auto');
    expect((await readTerraform(files, { vars: { a: 'given' } })).at('aws_x_y.r').text('a')).toBe('given');
  });
});
