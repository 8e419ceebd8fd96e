import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './secret-not-sensitive.ts';

it.each([
  ['a secret', 'variable "db_password" {\n  type = string\n}\n', ['medium var.db_password']],
  ['a secret of no type', 'variable "db_password" {}\n', ['medium var.db_password']],
  ['a switch', 'variable "manage_master_user_password" {\n  type = bool\n}\n', []],
  ['a switch by its default', 'variable "create_random_password" {\n  default = true\n}\n', []],
])('knows %s', async (_, text, expected) => {
  expect(await judgementOf(check, text)).toEqual(expected);
});
