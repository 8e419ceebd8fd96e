import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/vm-never-sleeps',
  title: 'Test machine that is paid around the clock',
  dimension: 'cost',
  severity: 'info',
  why: 'A week has 168 hours and people work for 40 of them. A schedule that stops the machine in the evening takes three quarters off its price, and it is started again when somebody needs it.',
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-machines/auto-shutdown-vm'],
  visits: resources('azurerm_linux_virtual_machine', 'azurerm_windows_virtual_machine'),
  judge({ resource, node }, graph) {
    if (!isNonProduction(resource)) return;
    if (node.text('priority')?.toLowerCase() === 'spot') return;
    const stops =
      /^azurerm_(dev_test_global_vm_shutdown_schedule|automation_(schedule|job_schedule)|maintenance_)/;
    if (graph.to(resource).some(({ from }) => stops.test(from.type))) return;
    if (graph.ofType('azurerm_automation_job_schedule').length > 0) return;
    return {
      message: `${resource.address} runs at night and on weekends in ${resource.unit.environment}: add an azurerm_dev_test_global_vm_shutdown_schedule for it.`,
    };
  },
  examples: {
    bad: { 'envs/dev/main.tf': machine('') },
    good: {
      'envs/dev/main.tf': machine(
        '\nresource "azurerm_dev_test_global_vm_shutdown_schedule" "worker" {\n  virtual_machine_id    = azurerm_linux_virtual_machine.worker.id\n  location              = "westeurope"\n  daily_recurrence_time = "1900"\n  timezone              = "UTC"\n\n  notification_settings {\n    enabled = false\n  }\n}\n',
      ),
    },
  },
});

function machine(schedule: string): string {
  return `resource "azurerm_linux_virtual_machine" "worker" {
  name                  = "worker"
  resource_group_name   = "shop"
  location              = "westeurope"
  size                  = "Standard_D2s_v5"
  admin_username        = "ops"
  network_interface_ids = []

  admin_ssh_key {
    username   = "ops"
    public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBexample ops"
  }
}
${schedule}`;
}
