import { variables } from '../../graph/terraform/settings.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

const secret = /(^|_)(password|passwd|secret|token|private_key|api_key|access_key|credentials?)$/i;

export default check({
  id: 'terraform/secret-not-sensitive',
  title: 'Secret variable that is printed in plans',
  dimension: 'security',
  severity: 'medium',
  why: 'Terraform prints the values of ordinary variables in plans and logs, and plans end in pull requests and CI output. Marked as sensitive the value is masked everywhere that it flows.',
  controls: ['pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: [
    'https://developer.hashicorp.com/terraform/language/values/variables#suppressing-values-in-cli-output',
  ],
  visits: variables,
  judge({ resource, node }) {
    if (!secret.test(resource.name) || isSwitch(node)) return;
    if (node.flag('sensitive') === true || node.flag('ephemeral') === true) return;
    return {
      message: `Variable ${resource.name} is called like a secret, and plans print it wherever an argument is not masked by itself: set sensitive = true.`,
      fix: {
        safety: 'unsafe',
        summary: 'set sensitive = true (outputs that hold it have to be marked too)',
        edits: [{ op: 'set', in: node, path: ['sensitive'], value: true }],
      },
    };
  },
  examples: {
    bad: 'variable "db_password" {\n  type = string\n}\n',
    good: 'variable "db_password" {\n  type      = string\n  sensitive = true\n}\n',
  },
});

/** Whether a variable says whether there is a secret, as `manage_master_user_password` does, or how many. */
function isSwitch(variable: Node): boolean {
  const type = variable.peek('type');
  const written = type
    ? type.file.text.slice(type.start, type.end)
    : typeof variable.peek('default')?.content;
  return /^"?(?:bool|boolean|number)"?$/.test(written.trim());
}
