import { variables } from '../../graph/terraform/settings.ts';
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
    if (!secret.test(resource.name) || node.flag('sensitive') === true || node.flag('ephemeral') === true)
      return;
    return {
      message: `Variable ${resource.name} holds a secret and is printed in every plan: set sensitive = true.`,
      fix: {
        safety: 'safe',
        summary: 'set sensitive = true',
        edits: [{ op: 'set', in: node, path: ['sensitive'], value: true }],
      },
    };
  },
  examples: {
    bad: 'variable "db_password" {\n  type = string\n}\n',
    good: 'variable "db_password" {\n  type      = string\n  sensitive = true\n}\n',
  },
});
