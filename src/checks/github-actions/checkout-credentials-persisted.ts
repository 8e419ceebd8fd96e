import { type Job, type Step, shellStepOf, steps } from '../../graph/github-actions.ts';
import { majorOf } from '../../graph/github-actions-reference.ts';
import { check } from '../check.ts';

export default check({
  id: 'github-actions/checkout-credentials-persisted',
  title: 'Checkout leaves its token behind',
  dimension: 'security',
  severity: 'low',
  why: 'actions/checkout writes the token into .git/config, where every later step can read it: each dependency that a build installs, and whoever downloads an artifact that happens to hold the folder. Version 6 keeps it outside of the folder; before that, persist-credentials: false leaves it out; a step that pushes gets the token for itself.',
  sameAs: ['zizmor:artipacked'],
  controls: ['soc2:CC6.3', 'slsa:build-l3'],
  sources: ['https://unit42.paloaltonetworks.com/github-repo-artifacts-leak-tokens/'],
  visits: steps,
  judge(step) {
    const { action, node, job, key, index } = step;
    // from version 6 on the token stands outside of the working folder
    if (action?.repository !== 'actions/checkout' || (majorOf(action) ?? 0) >= 6) return;
    // whoever says true has thought of it
    if (node.peek('with', 'persist-credentials')) return;
    if (!job || index < lastNeedOf(job)) return;
    return {
      message:
        'The token stays in .git/config for every later step to read: set persist-credentials: false, since nothing here pushes.',
      at: action.node,
      key,
      fix: {
        safety: 'unsafe',
        summary:
          'set persist-credentials: false (a later step that fetches or pushes then needs a token of its own)',
        edits: [{ op: 'set', in: node, path: ['with', 'persist-credentials'], value: false }],
      },
    };
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
      - run: npm ci && npm test
`,
    good: `on: push
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          persist-credentials: false
      - run: npm ci && npm test
`,
  },
});

const pushingActions =
  /git-auto-commit|create-pull-request|add-and-commit|ghaction-github-pages|actions-gh-pages|github-push|chart-releaser|semantic-release|changesets\/action|release-please|bump|mike|git-push/;

const lastNeeds = new WeakMap<Job, number>();

/** The index of the last step that pushes or fetches; -1 where none does. */
function lastNeedOf(job: Job): number {
  let last = lastNeeds.get(job);
  if (last === undefined) {
    last = job.steps.findLastIndex(needsCredentials);
    lastNeeds.set(job, last);
  }
  return last;
}

/** Steps that push or fetch with what checkout left. Scripts of the repository may do so too: those are not looked into. */
function needsCredentials(step: Step): boolean {
  if (step.action) return pushingActions.test(step.action.repository);
  const text = String(step.script?.content ?? '');
  const commands = shellStepOf(step)?.commands;
  if (!commands) return /\bgit\b/.test(text);
  return /\bgit\s+(?:-\S+\s+\S+\s+)*(?:push|fetch|pull|clone|submodule|ls-remote|remote)\b|semantic-release|\bgh\s+repo\b|lerna publish|npm version|mkdocs gh-deploy|mike deploy|goreleaser/.test(
    text,
  );
}
