import { workflows } from '../../graph/github-actions.ts';
import { check } from '../check.ts';

export default check({
  id: 'github-actions/superseded-runs-continue',
  title: 'Runs for outdated commits of a pull request go on',
  dimension: 'cost',
  severity: 'info',
  why: 'Each push to a pull request starts another run, while those of the commits before it go on for results that nobody will look at. They cost minutes and hold the runners that the new one waits for. concurrency with cancel-in-progress ends them.',
  sameAs: ['zizmor:concurrency-limits'],
  sources: [
    'https://docs.github.com/en/actions/how-tos/write-workflows/choose-when-workflows-run/control-workflow-concurrency',
  ],
  visits: workflows,
  judge({ node, jobs, triggers }) {
    const trigger = triggers.get('pull_request');
    if (!trigger || node.peek('concurrency') || jobs.some((job) => job.node.peek('concurrency'))) return;
    // closed, labeled and the like happen once
    const types = trigger.peek('types');
    if (types && !/synchronize/.test(types.file.text.slice(types.start, types.end))) return;
    return {
      message:
        'A push to a pull request leaves the runs of its earlier commits going: add concurrency with cancel-in-progress.',
      at: trigger,
      fix: {
        safety: 'unsafe',
        summary: 'cancel the runs of a pull request that a newer commit replaces',
        edits: [
          {
            op: 'set',
            in: node,
            path: ['concurrency'],
            after: node.peek('permissions') ? 'permissions' : 'on',
            value: {
              group: '${{ github.workflow }}-${{ github.ref }}',
              'cancel-in-progress': "${{ github.event_name == 'pull_request' }}",
            },
          },
        ],
      },
    };
  },
  examples: {
    bad: `on: pull_request
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - run: make test
`,
    good: `on: pull_request
permissions: {}
concurrency:
  group: \${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - run: make test
`,
  },
});
