import { jobs } from '../../graph/github-actions.ts';
import { isOpenToOutsiders } from '../../graph/github-actions-trust.ts';
import { runnersOf } from '../../graph/github-actions-values.ts';
import { check } from '../check.ts';

export default check({
  id: 'github-actions/self-hosted-runner-open-to-forks',
  title: 'Self-hosted runner that pull requests can use',
  dimension: 'security',
  severity: 'high',
  why: 'In a public repository anybody can open a pull request, and its code runs on the runner: on your machine, in your network, and unless the runner is ephemeral, beside what later jobs leave and find there. Run pull requests on hosted runners, and keep your own for branches that only you can push to.',
  sameAs: ['zizmor:self-hosted-runner', 'poutine:pr_runs_on_self_hosted'],
  controls: ['soc2:CC6.6', 'slsa:build-l3'],
  sources: [
    'https://docs.github.com/en/actions/reference/security/secure-use#hardening-for-self-hosted-runners',
  ],
  visits: jobs,
  judge(job) {
    if (!isOpenToOutsiders(job.workflow)) return;
    if (!runnersOf(job).some((label) => label.toLowerCase() === 'self-hosted')) return;
    if (
      /head\.repo\.(?:full_name|fork)|github\.actor|author_association/.test(
        String(job.node.peek('if')?.content),
      )
    )
      return;
    return {
      message: `The job ${job.id} runs the code of pull requests on your own machine: use a hosted runner for them, or ephemeral runners and approval for everybody from outside.`,
      at: job.node.peek('runs-on') ?? job.node,
      key: job.id,
    };
  },
  examples: {
    bad: `on: pull_request
permissions: {}
jobs:
  test:
    runs-on: [self-hosted, linux]
    steps:
      - run: make test
`,
    good: `on:
  push:
    branches: [main]
permissions: {}
jobs:
  deploy:
    runs-on: [self-hosted, linux]
    steps:
      - run: make test
`,
  },
});
