import { describeJudgements } from '../../../tests/support/judgement-of.ts';
import { checks } from '../generated/github-actions.ts';

const path = '.github/workflows/a.yml';
const workflow = (on: string, ...steps: readonly string[]) => ({
  [path]: `on: ${on}
permissions: {}
jobs:
  a:
    runs-on: ubuntu-24.04
    steps:
${steps.map((step) => `      - ${step}\n`).join('')}`,
});
const checkout = 'uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2';

describeJudgements(checks, 'github-actions', {
  'checkout-credentials-persisted': [
    ['does not wait for the steps that follow one day', workflow('push', checkout), ['low workflow/a.yml']],
    ['lets the token be where a later step pushes', workflow('push', checkout, 'run: git push'), []],
  ],
  'script-injection': [
    [
      'knows that a fork names the file of its workflow',
      workflow('workflow_run', `run: echo "\${{ github.event.workflow_run.path }}"`),
      ['high workflow/a.yml'],
    ],
    [
      'knows the title that a change took away',
      workflow('issues', `run: echo "\${{ github.event.changes.title.from }}"`),
      ['high workflow/a.yml'],
    ],
    ['lets numbers be', workflow('issues', `run: echo "\${{ github.event.issue.number }}"`), []],
  ],
});
