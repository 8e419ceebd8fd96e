import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './secret-not-rotated.ts';

const secret = (value: string, more = '') => `resource "aws_secretsmanager_secret" "orders" {
  name = "orders"
}

resource "aws_secretsmanager_secret_version" "orders" {
  secret_id     = aws_secretsmanager_secret.orders.id
  secret_string = ${value}
}

resource "aws_db_instance" "orders" {
  identifier = "orders"
}

variable "more" {}
${more}`;
const found = ['info aws_secretsmanager_secret.orders'];

it.each([
  ['an address', secret('jsonencode({ host = aws_db_instance.orders.address, port = 5432 })'), []],
  ['an address with a password', secret('jsonencode({ host = "a", password = var.more })'), found],
  ['an address and what is not known', secret('jsonencode(merge({ host = "a" }, var.more))'), found],
  ['a text', secret('var.more'), found],
  ['nothing', secret('jsonencode({})'), found],
])('knows %s', async (_, text, expected) => {
  expect(await judgementOf(check, text)).toEqual(expected);
});

it('knows one of two versions that holds a password', async () => {
  const second = `resource "aws_secretsmanager_secret_version" "next" {
  secret_id     = aws_secretsmanager_secret.orders.id
  secret_string = jsonencode({ password = var.more })
}
`;
  expect(await judgementOf(check, secret('jsonencode({ host = "a" })', second))).toEqual(found);
});
