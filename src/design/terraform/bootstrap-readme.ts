import type { Architecture } from '../architecture.ts';
import { table } from '../documents/markdown.ts';

/** How a person begins, once for each environment. */
export function bootstrapReadme({ environments, delivery }: Architecture): string {
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

The outputs \`plan_role_arn\` and \`apply_role_arn\` are given to the pipeline as variables; they are no secrets.
`;
}
