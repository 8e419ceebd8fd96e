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
    [
      'follows what a step and a job hand on',
      {
        [path]: `on: issues
permissions: {}
jobs:
  b:
    runs-on: ubuntu-24.04
    outputs: { title: "\${{ steps.t.outputs.Title }}", number: "\${{ steps.t.outputs.number }}" }
    steps:
      - id: t
        env: { T: "\${{ github.event.issue.title }}", N: "\${{ github.event.issue.number }}" }
        run: |
          echo "title=$T" >> "$GITHUB_OUTPUT"
          echo "number=$N" >> "$GITHUB_OUTPUT"
          echo "safe=$(tr -dc a-z <<< "$T")" >> "$GITHUB_OUTPUT"
      - run: echo "\${{ steps.t.outputs.title }}"
      - run: echo "\${{ steps.t.outputs.number }} \${{ steps.t.outputs.safe }}"
  a:
    needs: b
    runs-on: ubuntu-24.04
    steps:
      - run: echo "\${{ needs.b.outputs.title }}"
      - run: echo "\${{ needs.b.outputs.number }}"
`,
      },
      ['high workflow/a.yml', 'high workflow/a.yml'],
    ],
    [
      'knows names from counts and hashes',
      workflow(
        'pull_request_target',
        '{ id: c, uses: tj-actions/changed-files@v40 }',
        '{ id: b, uses: xt0rted/pull-request-comment-branch@v2 }',
        `run: echo "\${{ steps.c.outputs.any_changed }} \${{ steps.b.outputs.head_sha }}"`,
        `run: echo "\${{ steps.c.outputs.all_changed_files }}"`,
        `run: echo "\${{ steps.b.outputs.head_ref }}"`,
      ),
      ['high workflow/a.yml', 'high workflow/a.yml'],
    ],
    [
      'does not go round in circles',
      workflow('issues', `{ id: t, run: 'echo "x=\${{ steps.t.outputs.x }}" >> "$GITHUB_OUTPUT"' }`),
      [],
    ],
    [
      'knows who fills the inputs of an event',
      workflow(
        '{ workflow_dispatch: { inputs: { t: {}, n: { type: number } } } }',
        `run: echo "\${{ github.event.inputs.t }} \${{ github.event.inputs.n }}"`,
      ),
      ['low workflow/a.yml'],
    ],
    ['lets numbers be', workflow('issues', `run: echo "\${{ github.event.issue.number }}"`), []],
  ],
  'unsafe-commands-allowed': [
    [
      'reads what the runner takes for true, also in composite actions',
      {
        ...workflow('push', `{ run: make, env: { ACTIONS_ALLOW_UNSECURE_COMMANDS: '1' } }`),
        'action.yml': `name: x
description: x
runs:
  using: composite
  steps:
    - { run: make, shell: bash, env: { ACTIONS_ALLOW_UNSECURE_COMMANDS: true } }
    - { run: make, shell: bash, env: { ACTIONS_ALLOW_UNSECURE_COMMANDS: false } }
`,
      },
      ['high action/.', 'high workflow/a.yml'],
    ],
  ],
  'untrusted-checkout': [
    [
      'looks up what the environment holds',
      workflow(
        'pull_request_target',
        `env: { SHA: "\${{ github.event.pull_request.head.sha }}" }
        uses: actions/checkout@v4
        with: { ref: "\${{ env.SHA }}" }`,
      ),
      ['high workflow/a.yml'],
    ],
  ],
  'environment-file-injection': [
    [
      'reads blocks, here-documents and PowerShell',
      workflow(
        'issues',
        `env: { T: "\${{ github.event.issue.title }}" }
        run: |
          { echo one; echo "T=$T"; } >> $GITHUB_ENV`,
        `env: { T: "\${{ github.event.issue.title }}" }
        run: |
          cat >> $GITHUB_ENV <<EOF
          T=$T
          EOF`,
        `env: { T: "\${{ github.event.issue.title }}" }
        shell: pwsh
        run: echo "T=$env:T" >> $env:GITHUB_ENV`,
      ),
      ['high workflow/a.yml', 'high workflow/a.yml', 'high workflow/a.yml'],
    ],
    [
      'lets fixed text be',
      workflow(
        'issues',
        `env: { T: "\${{ github.event.issue.title }}" }
        run: |
          echo "$T"
          { echo one; echo two=2; } >> $GITHUB_ENV
          cat >> $GITHUB_ENV <<'EOF'
          T=$T
          EOF`,
        `env: { T: "\${{ github.event.issue.title }}" }
        shell: pwsh
        run: echo "T=1" >> $env:GITHUB_ENV`,
      ),
      [],
    ],
  ],
});
