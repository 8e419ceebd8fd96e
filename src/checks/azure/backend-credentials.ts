import type { Selector } from '../../graph/selector.ts';
import { type Backend, backends } from '../../graph/terraform/settings.ts';
import { isFilledInLater, isForTests, isHarmlessValue } from '../../syntax/secret.ts';
import { check, type Fault } from '../check.ts';

const azurerm: Selector<Backend> = {
  of: 'azurerm backends',
  find: (graph) => graph.select(backends).filter(({ kind }) => kind === 'azurerm'),
};

/** Arguments of the backend that open the account. Source: Terraform, backend azurerm. */
const secrets = ['access_key', 'sas_token', 'client_secret', 'client_certificate_password'];

export default check({
  id: 'azure/backend-credentials',
  title: 'Key to the state written into the backend',
  dimension: 'security',
  severity: 'critical',
  why: 'The state holds every password that Terraform ever handled, and whoever reads the repository reads it with this key, and overwrites it. The key also ends up in the .terraform folder of everybody who runs init. Use use_azuread_auth with the identity of who applies.',
  controls: ['pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://developer.hashicorp.com/terraform/language/backend/azurerm'],
  visits: azurerm,
  judge({ node }): readonly Fault[] {
    return secrets.flatMap((name) => {
      const value = node.peek(name);
      const text = value?.content;
      if (
        !value ||
        typeof text !== 'string' ||
        isHarmlessValue(text) ||
        isFilledInLater(text) ||
        isForTests(text)
      )
        return [];
      return [
        {
          message: `The backend has ${name} written out, so everybody with the repository reads and overwrites the state: change it, take it out, and set use_azuread_auth to true.`,
          at: value,
          key: name,
        },
      ];
    });
  },
  examples: {
    bad: 'terraform {\n  backend "azurerm" {\n    storage_account_name = "acmeterraformstate"\n    container_name       = "shop"\n    key                  = "shop.tfstate"\n    access_key           = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4"\n  }\n}\n',
    good: 'terraform {\n  backend "azurerm" {\n    storage_account_name = "acmeterraformstate"\n    container_name       = "shop"\n    key                  = "shop.tfstate"\n    use_azuread_auth     = true\n  }\n}\n',
  },
});
