import { workflows } from '../../graph/github-actions.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'github-actions/token-permissions-excessive',
  title: 'Workflow token with more permissions than said',
  dimension: 'security',
  severity: 'medium',
  why: 'Without permissions the token may do whatever the organisation allows by default, often write everything; write-all says so outright. Whatever breaks into the job, an action or a dependency, can then push code and publish releases. Start with permissions: {} or contents: read, and give each job what it needs.',
  sameAs: [
    'checkov:CKV2_GHA_1',
    'scorecard:token-permissions/absent-or-write-all',
    'zizmor:excessive-permissions',
  ],
  controls: ['soc2:CC6.3', 'slsa:build-l3'],
  sources: ['https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions'],
  visits: workflows,
  judge({ node, jobs, triggers }) {
    const faults: Fault[] = [];
    for (const { scope, name } of [
      { scope: node, name: 'workflow' },
      ...jobs.map((job) => ({ scope: job.node, name: `job ${job.id}` })),
    ]) {
      const permissions = scope.peek('permissions');
      if (permissions?.content !== 'write-all') continue;
      faults.push({
        message: `The ${name} may write everything (write-all): list only what it needs, such as contents: read.`,
        at: permissions,
        key: name,
        severity: 'high',
      });
    }
    // a called workflow gets the permissions of its caller
    const isOnlyCalled = triggers.size === 1 && triggers.has('workflow_call');
    const open =
      node.peek('permissions') || isOnlyCalled ? [] : jobs.filter((job) => !job.node.peek('permissions'));
    if (open.length > 0)
      faults.push({
        message: `${open.length === jobs.length ? 'The workflow says nothing about the permissions of its token' : `Nothing is said about the token of ${open.map(({ id }) => id).join(', ')}`}, so it may do whatever the organisation's default allows: add permissions: { contents: read } at the top.`,
        at: open.length === jobs.length ? (node.peek('jobs') ?? node) : open[0]!.node,
        key: 'missing',
        fix: {
          safety: 'unsafe',
          summary: 'set permissions to contents: read at the top (a job that writes then needs its own)',
          edits: [{ op: 'set', in: node, path: ['permissions', 'contents'], value: 'read', after: 'on' }],
        },
      });
    return faults;
  },
  examples: {
    bad: `on: push
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - run: make test
`,
    good: `on: push
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - run: make test
`,
  },
});
