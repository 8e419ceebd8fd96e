import { everyApp, kindOf } from '../../graph/azure/apps.ts';
import { resources } from '../../graph/selector.ts';
import { secretIn } from '../../graph/terraform/written-secrets.ts';
import { Unknown } from '../../model/unknown.ts';
import { isFilledInLater, isForTests, isHarmlessValue, secretShapeOf } from '../../syntax/secret.ts';
import { check, type Fault } from '../check.ts';

/** Keys and passwords inside of a connection string. Source: the formats of Azure Storage, Service Bus, Cosmos DB and SQL. */
const inConnectionString =
  /\b(AccountKey|SharedAccessKey|Password|Pwd)\s*=\s*(?!(?:@Microsoft|\{|<|\$|%|__|xxx|\*\*\*|your))[^;\s]{6,}/i;

export default check({
  id: 'azure/app-secret-in-settings',
  title: 'Secret in the settings of an application',
  dimension: 'security',
  severity: 'high',
  why: 'A secret that is written out stands in the repository for ever, in the state, and in the portal for everybody who may look at the application. A reference to Key Vault (@Microsoft.KeyVault(...)) looks the same to the application and holds nothing; a managed identity needs no secret at all.',
  controls: ['cis-azure:9.10', 'pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://learn.microsoft.com/en-us/azure/app-service/app-service-key-vault-references'],
  visits: resources(...everyApp),
  judge({ resource, node }): readonly Fault[] {
    const settings = node.get('app_settings');
    const written = settings && !(settings.content instanceof Unknown) ? settings.entries() : [];
    const faults = written.flatMap(([name, value]) => {
      const text = value.content;
      if (typeof text !== 'string' || text.startsWith('@Microsoft.KeyVault')) return [];
      if (isHarmlessValue(text) || isFilledInLater(text) || isForTests(text)) return [];
      if (!secretIn(name, text) && !secretShapeOf(text) && !inConnectionString.test(text)) return [];
      return [
        {
          message: `The ${kindOf(resource.type)} ${resource.address} has a secret in its setting ${name}, for everybody with the repository: change it, and refer to Key Vault instead.`,
          at: value,
          key: name,
        },
      ];
    });
    const strings = node.list('connection_string').flatMap((block) => {
      const value = block.peek('value');
      if (typeof value?.content !== 'string' || !inConnectionString.test(value.content)) return [];
      const name = block.peek('name')?.content;
      return [
        {
          message: `The ${kindOf(resource.type)} ${resource.address} has a password in its connection string${typeof name === 'string' ? ` ${name}` : ''}, for everybody with the repository: change it, and refer to Key Vault or use a managed identity.`,
          at: value,
          key: `connection ${name}`,
        },
      ];
    });
    return [...faults, ...strings];
  },
  examples: {
    bad: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  app_settings = {\n    SMTP_PASSWORD = "hunter2-but-longer"\n  }\n\n  site_config {}\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
    good: 'resource "azurerm_linux_web_app" "shop" {\n  name                = "acme-shop"\n  resource_group_name = "shop"\n  location            = "westeurope"\n  service_plan_id     = var.plan_id\n  https_only          = true\n\n  app_settings = {\n    SMTP_PASSWORD = "@Microsoft.KeyVault(SecretUri=https://acme-shop.vault.azure.net/secrets/smtp-password)"\n  }\n\n  site_config {}\n}\n\nvariable "plan_id" {\n  type = string\n}\n',
  },
});
