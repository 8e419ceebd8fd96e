import { shellSteps } from '../../graph/github-actions.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'github-actions/terraform-partial-apply',
  title: 'Pipeline applies a part of Terraform or goes without the lock',
  dimension: 'iac-quality',
  severity: 'medium',
  why: '-target is for emergencies: used by routine, state and code drift apart and nobody sees it, since each plan shows only its part. -lock=false lets two runs write one state at once, which can lose it. Split the root instead, and let runs wait (-lock-timeout).',
  controls: ['soc2:CC8.1'],
  sources: ['https://developer.hashicorp.com/terraform/cli/commands/plan#resource-targeting'],
  visits: shellSteps,
  judge(step) {
    const faults: Fault[] = [];
    for (const command of step.commands) {
      const call = callOf(command);
      if (
        !call ||
        !/^(?:terraform|tofu|terragrunt)$/.test(call.name) ||
        !call.args.some(({ text }) => text === 'apply')
      )
        continue;
      const option = call.args.find(({ text }) => /^--?(?:target(?:=|$)|lock=false)/.test(text));
      if (!option) continue;
      const isLock = option.text.includes('lock');
      faults.push({
        message: isLock
          ? 'Without the lock two runs can write one state at once and lose it: drop -lock=false, and let the run wait with -lock-timeout=5m.'
          : 'A pipeline that applies only a target leaves the rest to drift unseen: apply the whole root, or split it into roots of their own.',
        at: step.at(option),
        key: `${step.key} ${isLock ? 'lock' : 'target'}`,
      });
    }
    return faults;
  },
  examples: {
    bad: `on: workflow_dispatch
permissions: {}
jobs:
  network:
    runs-on: ubuntu-24.04
    environment: production
    concurrency: production
    steps:
      - run: terraform apply -target=module.network plan.tfplan
`,
    good: `on: workflow_dispatch
permissions: {}
jobs:
  network:
    runs-on: ubuntu-24.04
    environment: production
    concurrency: production
    steps:
      - run: terraform apply -lock-timeout=5m plan.tfplan
`,
  },
});
