import { shellSteps } from '../../graph/github-actions.ts';
import type { Graph } from '../../graph/graph.ts';
import { terraformRunOf } from '../../graph/terraform-runs.ts';
import type { Resource } from '../../model/resource.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'github-actions/terraform-applied-without-plan',
  title: 'Terraform applied without the plan that was reviewed',
  dimension: 'iac-quality',
  severity: 'high',
  why: 'apply -auto-approve makes a new plan and carries it out in one go: what changed since the review, in the code, in a module or in the cloud by hand, is applied too, and a replaced database is only noticed afterwards. Save the plan (-out), review it, and apply that very file.',
  controls: ['soc2:CC8.1'],
  sources: ['https://developer.hashicorp.com/terraform/tutorials/automation/automate-terraform'],
  visits: shellSteps,
  judge(step, graph) {
    const faults: Fault[] = [];
    for (const command of step.commands) {
      const run = terraformRunOf(command);
      if (run?.does !== 'apply' || run.hasPlan || tearsDown(graph, step.resource)) continue;
      faults.push({
        message: `${run.program} apply makes a plan that nobody has seen and carries it out: run ${run.program} plan -out=plan.tfplan in a step that is reviewed, then ${run.program} apply plan.tfplan.`,
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

/** Whether a workflow also destroys: then it tries something out, and nobody has to review it. */
function tearsDown(graph: Graph, workflow: Resource): boolean {
  const all = graph.derive(tearsDown, () => {
    const found = new Set<Resource>();
    for (const { resource, commands } of graph.select(shellSteps))
      if (commands.some((command) => terraformRunOf(command)?.does === 'destroy')) found.add(resource);
    return found;
  });
  return all.has(workflow);
}
