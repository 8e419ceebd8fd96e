import { secretDefault } from '../../graph/terraform/secret-defaults.ts';
import { variables } from '../../graph/terraform/settings.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/secret-default',
  title: 'Secret written into a variable’s default',
  dimension: 'security',
  severity: 'high',
  why: 'A default is in version control for ever, readable by everybody who can read the repository, and is used by every environment that sets nothing else. A secret belongs into a secret manager and reaches Terraform by a data source or an ephemeral value.',
  controls: ['pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://developer.hashicorp.com/terraform/language/manage-sensitive-data'],
  visits: variables,
  judge({ resource, node }) {
    const value = secretDefault(resource.name, node);
    if (!value) return;
    return {
      message: `Variable ${resource.name} has a secret as its default, which everybody with the repository can read: take the default out, change the secret, and read it from a secret manager.`,
      at: value,
    };
  },
  examples: {
    bad: 'variable "db_password" {\n  type      = string\n  sensitive = true\n  default   = "hunter2-but-longer"\n}\n',
    good: 'variable "db_password" {\n  type      = string\n  sensitive = true\n}\n',
  },
});
