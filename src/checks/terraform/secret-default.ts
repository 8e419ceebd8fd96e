import { variables } from '../../graph/terraform/settings.ts';
import { isFilledInLater, isForTests, isHarmlessValue } from '../../syntax/secret.ts';
import { check } from '../check.ts';

const secret = /(^|_)(password|passwd|secret|secret_key|token|private_key|api_key)$/i;
/** Names of what a machine makes, and so no plain word can be. */
const made = /(token|key)$/i;

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
    if (!secret.test(resource.name)) return;
    const value = node.get('default');
    const text = value?.text();
    if (!value || text === undefined || isHarmlessValue(text) || isFilledInLater(text) || isForTests(text))
      return;
    if (made.test(resource.name) && !/\d/.test(text)) return;
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
