import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { Undecided } from '../../model/unknown.ts';
import { isForLogsOrScratch, networkRulesOf, partsOf } from './storage-accounts.ts';

async function accountIn(files: Record<string, string>) {
  const { graph } = await readFiles(files);
  return { graph, account: graph.ofType('azurerm_storage_account')[0]! };
}

describe('what belongs to a storage account', () => {
  it('is found by id, by reference to its name and by the name itself', async () => {
    const { graph, account } = await accountIn({
      'main.tf': `resource "azurerm_storage_account" "a" { name = "acmeshop" }
resource "azurerm_storage_queue" "by_id" { storage_account_id = azurerm_storage_account.a.id }
resource "azurerm_storage_queue" "by_reference" { storage_account_name = azurerm_storage_account.a.name }
resource "azurerm_storage_queue" "by_name" { storage_account_name = "acmeshop" }
resource "azurerm_storage_queue" "of_another" { storage_account_name = "acmeother" }
`,
    });
    expect(partsOf(graph, account, 'azurerm_storage_queue').map(({ name }) => name)).toEqual([
      'by_id',
      'by_reference',
      'by_name',
    ]);
  });

  it('cannot be told where another root names an account by an id of Azure', async () => {
    const { graph, account } = await accountIn({
      'one/main.tf': 'resource "azurerm_storage_account" "a" {}\n',
      'two/main.tf':
        'resource "azurerm_storage_account_network_rules" "a" {\n  storage_account_id = "/subscriptions/0b1f/storageAccounts/a"\n  default_action     = "Deny"\n}\n',
    });
    expect(() => networkRulesOf(graph, account)).toThrow(Undecided);
  });
});

describe('an account for logs or scratch', () => {
  it.each([
    ['acmelogs', true],
    ['shop-flowlogs', true],
    ['bootdiag', true],
    ['acmediag', true],
    ['func01', true],
    ['invoices', false],
    ['catalogue', false],
  ])('%s', async (name, expected) => {
    const { account } = await accountIn({ 'main.tf': `resource "azurerm_storage_account" "${name}" {}\n` });
    expect(isForLogsOrScratch(account)).toBe(expected);
  });
});
