import { describe, expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import azure from '../azure/database-password-written.ts';
import gcp from '../gcp/password-written.ts';
import providers from './provider-credentials.ts';
import check from './secret-default.ts';

const variable = (name: string) => `variable "${name}" {\n  default = "hunter2-but-longer"\n}\n`;
const server = (password: string) =>
  `resource "azurerm_mssql_server" "orders" {\n  administrator_login_password = ${password}\n}\n`;

describe.each([
  ['azure/database-password-written', azure, server],
  [
    'gcp/password-written',
    gcp,
    (value: string) => `resource "google_sql_user" "shop" {\n  name     = "shop"\n  password = ${value}\n}\n`,
  ],
  [
    'terraform/provider-credentials',
    providers,
    (value: string) => `provider "aws" {\n  region     = "eu-west-1"\n  secret_key = ${value}\n}\n`,
  ],
])('a default that is a secret, and %s', (_, other, use) => {
  it('are one finding', async () => {
    const text = variable('db_password') + use('var.db_password');
    expect(await judgementOf(check, text)).toEqual(['high var.db_password']);
    expect(await judgementOf(other, text)).toEqual([]);
  });

  it('are told apart where the value stands somewhere else', async () => {
    expect(await judgementOf(other, use('"hunter2-but-longer"'))).toHaveLength(1);
    expect(await judgementOf(other, variable('login') + use('var.login'))).toHaveLength(1);
    const overridden = {
      'main.tf': variable('db_password') + use('var.db_password'),
      'terraform.tfvars': 'db_password = "another-and-longer"\n',
    };
    expect(await judgementOf(other, overridden)).toHaveLength(1);
  });
});

it('is one finding through modules too', async () => {
  const files = {
    'main.tf': 'module "orders" {\n  source = "./server"\n}\n',
    'server/main.tf': variable('admin_password') + server('var.admin_password'),
  };
  expect(await judgementOf(check, files)).toHaveLength(1);
  expect(await judgementOf(azure, files)).toEqual([]);
});
