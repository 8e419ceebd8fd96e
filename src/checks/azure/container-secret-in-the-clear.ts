import { resources } from '../../graph/selector.ts';
import { secretIn } from '../../graph/terraform/written-secrets.ts';
import { isFilledInLater, isForTests, isHarmlessValue, isSecretName } from '../../syntax/secret.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'azure/container-secret-in-the-clear',
  title: 'Secret among the plain variables of a container',
  dimension: 'security',
  severity: 'medium',
  why: 'Plain variables are shown to everybody who may look at the group. Secure ones are handed to the container only; where the value itself stands in the code it also has to be changed.',
  sameAs: ['checkov:CKV_AZURE_235'],
  controls: ['pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: [
    'https://learn.microsoft.com/en-us/azure/container-instances/container-instances-environment-variables',
  ],
  visits: resources('azurerm_container_group'),
  judge({ resource, node }): readonly Fault[] {
    return [...node.list('container'), ...node.list('init_container')].flatMap((container) =>
      container.entries('environment_variables').flatMap(([name, value]) => {
        const text = typeof value.content === 'string' ? value.content : undefined;
        if (text !== undefined && (isHarmlessValue(text) || isFilledInLater(text) || isForTests(text)))
          return [];
        if (!isSecretName(name)) return [];
        const written = text !== undefined && secretIn(name, text) !== undefined;
        return [
          {
            message: written
              ? `${resource.address} has a secret written out in ${name}, for everybody with the repository: change it, and hand it over in secure_environment_variables.`
              : `Whoever may look at ${resource.address} reads ${name}: move it to secure_environment_variables.`,
            at: value,
            key: name,
            ...(written && { severity: 'high' as const }),
          },
        ];
      }),
    );
  },
  examples: {
    bad: 'resource "azurerm_container_group" "worker" {\n  name                = "worker"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  ip_address_type     = "None"\n  os_type             = "Linux"\n\n  container {\n    name   = "worker"\n    image  = "acmeshop.azurecr.io/worker:1.4.2"\n    cpu    = 1\n    memory = 2\n\n    environment_variables = {\n      DB_PASSWORD = random_password.db.result\n    }\n  }\n}\n\nresource "random_password" "db" {\n  length = 32\n}\n',
    good: 'resource "azurerm_container_group" "worker" {\n  name                = "worker"\n  location            = "westeurope"\n  resource_group_name = "shop"\n  ip_address_type     = "None"\n  os_type             = "Linux"\n\n  container {\n    name   = "worker"\n    image  = "acmeshop.azurecr.io/worker:1.4.2"\n    cpu    = 1\n    memory = 2\n\n    environment_variables = {\n      LOG_LEVEL = "info"\n    }\n\n    secure_environment_variables = {\n      DB_PASSWORD = random_password.db.result\n    }\n  }\n}\n\nresource "random_password" "db" {\n  length = 32\n}\n',
  },
});
