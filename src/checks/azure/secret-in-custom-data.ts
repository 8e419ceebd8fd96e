import { settingOf } from '../../graph/azure/settings.ts';
import { resources } from '../../graph/selector.ts';
import { decodedText, describeSecret, secretsInText } from '../../graph/terraform/written-secrets.ts';
import { writtenText } from '../../read/terraform/documents.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/secret-in-custom-data',
  title: 'Secret in the start-up data of a machine',
  dimension: 'security',
  severity: 'high',
  why: 'Custom data lies in a file on the machine, is handed out by its metadata service (user data), and stands in the repository and in the state. Give the machine a managed identity and let it read the secret from Key Vault when it starts.',
  sameAs: ['checkov:CKV_AZURE_45', 'trivy:AZU-0037'],
  controls: ['pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/virtual-machines/custom-data'],
  visits: resources(
    'azurerm_virtual_machine',
    'azurerm_virtual_machine_scale_set',
    'azurerm_linux_virtual_machine',
    'azurerm_windows_virtual_machine',
    'azurerm_linux_virtual_machine_scale_set',
    'azurerm_windows_virtual_machine_scale_set',
    'azurerm_orchestrated_virtual_machine_scale_set',
  ),
  judge({ resource, node }) {
    const data = settingOf(
      node,
      ['custom_data'],
      ['user_data'],
      ['os_profile', 'custom_data'],
      ['user_data_base64'],
    )?.node;
    const text = data && writtenText(data);
    if (!data || text === undefined) return;
    // quotes that were escaped once too often are quotes to the shell that was meant
    const [first, ...others] = secretsInText(decodedText(text).replace(/\\(["'])/g, '$1'));
    if (!first) return;
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return {
      message: `The start-up data of ${resource.address} holds ${describeSecret(first)}${more}, for everybody on the machine and with the repository: revoke it, and let the machine read it from Key Vault with its managed identity.`,
      at: data,
      ...(first.certain && { severity: 'critical' }),
    };
  },
  examples: {
    bad: 'resource "azurerm_virtual_machine" "worker" {\n  name                = "worker"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  vm_size             = "Standard_D2s_v5"\n\n  os_profile {\n    computer_name  = "worker"\n    admin_username = "ops"\n    custom_data    = "export DB_PASSWORD=hunter2-but-longer"\n  }\n}\n',
    good: 'resource "azurerm_virtual_machine" "worker" {\n  name                = "worker"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  vm_size             = "Standard_D2s_v5"\n\n  os_profile {\n    computer_name  = "worker"\n    admin_username = "ops"\n    custom_data    = "export DB_VAULT=acme-shop"\n  }\n}\n',
  },
});
