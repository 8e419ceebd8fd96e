import { listed } from '../../report/wording.ts';
import type { Architecture } from '../architecture.ts';
import { table } from '../documents/markdown.ts';
import { imagesOf } from './pipeline-access.ts';

/** How a person begins, once for each environment. */
export function bootstrapReadme(architecture: Architecture): string {
  const { environments, delivery } = architecture;
  const pushed = environments.filter((one) => imagesOf(architecture, one).length > 0);
  const rows = environments.map(({ name, account, stateBucket }) => [
    `\`${name}\``,
    account,
    `\`${stateBucket}\``,
  ]);
  return `# Bootstrap

What a pipeline needs before it can do anything: a bucket for the states of an environment, and two roles that the pipeline of \`${delivery.repository}\` takes by proving what it is. A person with rights in the account applies this once, in this order:

${table(['environment', 'account', 'bucket of its states'], rows)}
The bucket that this state belongs into does not exist yet. So it begins on disk, and moves:

\`\`\`sh
cd terraform/bootstrap/${environments[0]!.name}
printf 'terraform {\\n  backend "local" {}\\n}\\n' > backend_override.tf
terraform init && terraform apply
rm backend_override.tf
terraform init -migrate-state && rm terraform.tfstate*
\`\`\`

The pipeline knows the roles by their names. Roles that it makes itself carry the policy \`boundary_arn\`, or AWS turns it away.
${
  pushed.length > 0
    ? `\nImages are pushed by the repositories that build them: name them in \`images_subjects\` of ${listed(pushed.map(({ name }) => `\`${name}\``))}, where ECR is. Until then only \`${delivery.repository}\` may.\n`
    : ''
}`;
}
