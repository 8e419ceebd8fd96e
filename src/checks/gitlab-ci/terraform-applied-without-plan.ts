import type { Pipeline } from '../../graph/gitlab-ci/pipeline.ts';
import { scriptLines } from '../../graph/gitlab-ci/scripts.ts';
import type { Graph } from '../../graph/graph.ts';
import { terraformRunOf } from '../../graph/terraform-runs.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'gitlab-ci/terraform-applied-without-plan',
  title: 'Terraform applied without the plan that was reviewed',
  dimension: 'iac-quality',
  severity: 'high',
  why: 'apply -auto-approve makes a new plan and carries it out in one go: what changed since the review, in the code, in a module or in the cloud by hand, is applied too, and a replaced database is only noticed afterwards. Save the plan as an artifact of one job, review it, and apply that very file in the next.',
  controls: ['soc2:CC8.1'],
  sources: ['https://developer.hashicorp.com/terraform/tutorials/automation/automate-terraform'],
  visits: scriptLines,
  judge(line, graph) {
    return line.commands.flatMap((command): Fault[] => {
      const run = terraformRunOf(command);
      if (run?.does !== 'apply' || run.hasPlan || tearsDown(graph, line.job.pipeline)) return [];
      return [
        {
          message: `${run.program} apply in job ${line.job.name} makes a plan that nobody has seen and carries it out: run ${run.program} plan -out=plan.tfplan in a job before it, keep that as an artifact, and apply the file.`,
          at: line.at(command),
          key: line.job.name,
        },
      ];
    });
  },
  examples: {
    bad: `apply:
  script:
    - terraform init
    - terraform apply -auto-approve
`,
    good: `apply:
  needs: [plan]
  script:
    - terraform apply plan.tfplan
  when: manual
plan:
  script: [terraform plan -out=plan.tfplan]
  artifacts:
    paths: [plan.tfplan]
    access: developer
`,
  },
});

/** Whether a pipeline also destroys: then it tries something out, and nobody has to review it. */
function tearsDown(graph: Graph, pipeline: Pipeline): boolean {
  const all = graph.derive(tearsDown, () => {
    const found = new Set<Pipeline>();
    for (const { job, commands } of graph.select(scriptLines))
      if (commands.some((command) => terraformRunOf(command)?.does === 'destroy')) found.add(job.pipeline);
    return found;
  });
  return all.has(pipeline);
}
