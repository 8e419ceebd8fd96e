import { workflows } from '../../graph/github-actions.ts';
import { entriesOf } from '../../graph/look.ts';
import { check, type Fault } from '../check.ts';

/** Scopes by which code, releases, packages or other workflows can be changed. */
const grave = new Set([
  'contents',
  'packages',
  'actions',
  'deployments',
  'id-token',
  'security-events',
  'checks',
  'statuses',
  'pages',
  'attestations',
]);

export default check({
  id: 'github-actions/write-permission-for-all-jobs',
  title: 'Write permission given to every job of the workflow',
  dimension: 'security',
  severity: 'low',
  why: 'A permission at the top holds for every job, also for the one that runs the tests of a pull request and all its dependencies. Given to the one job that needs it, it is out of their reach.',
  sameAs: ['scorecard:token-permissions/top-level-write', 'zizmor:excessive-permissions'],
  controls: ['soc2:CC6.3'],
  sources: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idpermissions',
  ],
  visits: workflows,
  judge({ node, jobs }) {
    const inheriting = jobs.filter((job) => !job.node.peek('permissions'));
    // with one job there is nobody to keep it from
    if (jobs.length < 2 || inheriting.length === 0) return;
    const faults: Fault[] = [];
    for (const [scope, value] of entriesOf(node.peek('permissions')))
      if (value.content === 'write' && grave.has(scope))
        faults.push({
          message: `${inheriting.length === jobs.length ? `All ${jobs.length} jobs get` : `What is at the top also gives ${inheriting.map(({ id }) => id).join(', ')}`} ${scope}: write: give it to the job that needs it, and leave contents: read at the top.`,
          at: value,
          key: scope,
        });
    return faults;
  },
  examples: {
    bad: `on: push
permissions:
  contents: write
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - run: make test
  release:
    runs-on: ubuntu-24.04
    steps:
      - run: make release
`,
    good: `on: push
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - run: make test
  release:
    runs-on: ubuntu-24.04
    permissions:
      contents: write
    steps:
      - run: make release
`,
  },
});
