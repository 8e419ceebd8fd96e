import { jobs } from '../../graph/github-actions.ts';
import { check } from '../check.ts';

export default check({
  id: 'github-actions/job-timeout-missing',
  title: 'Job without a time limit',
  dimension: 'cost',
  severity: 'low',
  why: 'A job that hangs, on a prompt, a lock or a network that never answers, runs for six hours before GitHub stops it: minutes that are paid, a runner that is taken, and a deployment that blocks the next. timeout-minutes at a multiple of the usual time ends it early.',
  sources: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idtimeout-minutes',
  ],
  visits: jobs,
  judge({ node, id, calls, steps }) {
    if (calls || node.peek('timeout-minutes')) return;
    const scripts = steps.filter(({ script }) => script);
    if (scripts.length > 0 && scripts.every((step) => step.node.peek('timeout-minutes'))) return;
    return {
      message: `The job ${id} may hang for six hours: set timeout-minutes to two or three times what it usually takes.`,
      at: node.peek('runs-on') ?? node,
      key: id,
    };
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - run: make test
`,
    good: `on: push
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    steps:
      - run: make test
`,
  },
});
