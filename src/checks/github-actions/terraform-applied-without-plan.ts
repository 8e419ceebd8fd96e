import { shellSteps } from '../../graph/github-actions.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import type { Word } from '../../syntax/shell/tree.ts';
import { check, type Fault } from '../check.ts';

const valued = new Set([
  '-var',
  '-var-file',
  '-target',
  '-replace',
  '-parallelism',
  '-lock-timeout',
  '-state',
  '-backup',
  '-state-out',
]);

export default check({
  id: 'github-actions/terraform-applied-without-plan',
  title: 'Terraform applied without the plan that was reviewed',
  dimension: 'iac-quality',
  severity: 'high',
  why: 'apply -auto-approve makes a new plan and carries it out in one go: what changed since the review, in the code, in a module or in the cloud by hand, is applied too, and a replaced database is only noticed afterwards. Save the plan (-out), review it, and apply that very file.',
  controls: ['soc2:CC8.1'],
  sources: ['https://developer.hashicorp.com/terraform/tutorials/automation/automate-terraform'],
  visits: shellSteps,
  judge(step) {
    const faults: Fault[] = [];
    for (const command of step.commands) {
      const call = callOf(command);
      if (!call || !/^(?:terraform|tofu|terragrunt)$/.test(call.name)) continue;
      const verb = call.args.findIndex(({ text }) => text === 'apply' || text === 'destroy');
      if (
        verb < 0 ||
        call.args
          .slice(0, verb)
          .some(({ text }) => !text.startsWith('-') && text !== 'run-all' && text !== 'run')
      )
        continue;
      const rest = call.args.slice(verb + 1);
      if (rest.some(({ text }) => /^--?(?:help|h)$/.test(text)) || hasPlanFile(rest)) continue;
      const isDestroy =
        call.args[verb]!.text === 'destroy' || rest.some(({ text }) => /^--?destroy$/.test(text));
      // tearing a test down needs no review
      if (isDestroy) continue;
      faults.push({
        message: `${call.name} apply makes a plan that nobody has seen and carries it out: run ${call.name} plan -out=plan.tfplan in a step that is reviewed, then ${call.name} apply plan.tfplan.`,
        at: step.at(command),
        key: step.key,
      });
    }
    return faults;
  },
  examples: {
    bad: `on:
  push:
    branches: [main]
permissions: {}
jobs:
  infrastructure:
    runs-on: ubuntu-24.04
    environment: production
    concurrency: production
    steps:
      - run: terraform init && terraform apply -auto-approve -var-file=prod.tfvars
`,
    good: `on:
  push:
    branches: [main]
permissions: {}
jobs:
  infrastructure:
    runs-on: ubuntu-24.04
    environment: production
    concurrency: production
    steps:
      - run: terraform init && terraform apply -input=false plan.tfplan
`,
  },
});

function hasPlanFile(args: readonly Word[]): boolean {
  return args.some(
    ({ text }, at) => !text.startsWith('-') && !valued.has(args[at - 1]?.text.replace(/^--/, '-') ?? ''),
  );
}
