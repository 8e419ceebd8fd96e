import { steps } from '../../graph/github-actions.ts';
import { check } from '../check.ts';

export default check({
  id: 'github-actions/artifact-retention-missing',
  title: 'Artifacts of every run kept for three months',
  dimension: 'cost',
  severity: 'info',
  why: 'An artifact is kept for 90 days unless told otherwise, and its storage is paid by the hour. What is only handed from job to job, or looked at when a test fails, is of no use after some days. retention-days says so.',
  sources: ['https://docs.github.com/en/actions/how-tos/manage-workflow-runs/remove-workflow-artifacts'],
  visits: steps,
  judge({ action, node, job, key }) {
    if (action?.repository !== 'actions/upload-artifact' || node.peek('with', 'retention-days')) return;
    const triggers = job?.workflow.triggers;
    if (!triggers || !(triggers.has('pull_request') || triggers.has('push') || triggers.has('schedule')))
      return;
    return {
      message:
        'Each run keeps this artifact for 90 days: set retention-days to as long as somebody looks at it.',
      at: action.node,
      key,
      fix: {
        safety: 'unsafe',
        summary: 'set retention-days: 7 (older artifacts are then gone)',
        edits: [{ op: 'set', in: node, path: ['with', 'retention-days'], value: 7 }],
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
      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
        with:
          path: coverage
`,
    good: `on: pull_request
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
        with:
          path: coverage
          retention-days: 7
`,
  },
});
