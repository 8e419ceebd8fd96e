import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/vm-backup-missing',
  title: 'Machine that no backup covers',
  dimension: 'disaster-recovery',
  severity: 'low',
  why: 'What is on the disks of the machine is gone after a wrong command, a broken update or ransomware, and no replication of the disk helps. Where the code backs up other machines, this one was most likely forgotten.',
  sameAs: ['checkov:CKV2_AZURE_12'],
  controls: ['soc2:A1.2', 'hipaa:164.308(a)(7)(ii)(A)'],
  sources: ['https://learn.microsoft.com/en-us/azure/backup/backup-azure-vms-introduction'],
  visits: resources(
    'azurerm_linux_virtual_machine',
    'azurerm_windows_virtual_machine',
    'azurerm_virtual_machine',
  ),
  judge({ resource }, graph) {
    if (isNonProduction(resource)) return;
    if (!isProduction(resource) && graph.ofType('azurerm_backup_protected_vm').length === 0) return;
    if (companionsOf(graph, resource, 'azurerm_backup_protected_vm', 'source_vm_id').length > 0) return;
    // a policy of Azure may protect every machine that it finds
    if (hasPolicies(graph)) return;
    return {
      message: `No backup is made of ${resource.address}: add an azurerm_backup_protected_vm for it, unless it holds nothing.`,
      ...(isProduction(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: {
      'envs/prod/main.tf': machine(''),
    },
    good: {
      'envs/prod/main.tf': machine(
        'resource "azurerm_backup_protected_vm" "till" {\n  resource_group_name = "shop"\n  recovery_vault_name = "shop"\n  source_vm_id        = azurerm_windows_virtual_machine.till.id\n  backup_policy_id    = "/subscriptions/0b1f/policy"\n}\n',
      ),
    },
  },
});

function hasPolicies(graph: Graph): boolean {
  return graph.derive(hasPolicies, () =>
    [...graph.types].some((type) =>
      /^azurerm_(subscription|resource_group|management_group)_policy_assignment$/.test(type),
    ),
  );
}

function machine(backup: string): string {
  return `resource "azurerm_windows_virtual_machine" "till" {
  name                  = "till"
  resource_group_name   = "shop"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  zone                  = "1"
  admin_username        = "ops"
  admin_password        = random_password.till.result
  network_interface_ids = []

  boot_diagnostics {}
}

resource "random_password" "till" {
  length = 32
}

${backup}`;
}
