import { steps, workflows } from '../../graph/github-actions.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

interface Scope extends Subject {
  readonly key: string;
}

/** Whatever may have an `env` of its own; composite actions run in the workflows that use them. */
const environments: Selector<Scope> = {
  of: 'environments of workflows, jobs and steps',
  find: (graph) => [
    ...graph
      .select(workflows)
      .flatMap(({ resource, node, jobs }) => [
        { resource, node, key: '' },
        ...jobs.map((job) => ({ resource, node: job.node, key: job.id })),
      ]),
    ...graph.select(steps),
  ],
};

export default check({
  id: 'github-actions/unsafe-commands-allowed',
  title: 'Retired workflow commands switched on again',
  dimension: 'security',
  severity: 'high',
  why: 'ACTIONS_ALLOW_UNSECURE_COMMANDS brings back ::set-env and ::add-path: whatever a step prints, a test log, a file name, the title of an issue, can then set PATH or LD_PRELOAD for the steps after it. GitHub took them away for that. Write to $GITHUB_ENV and $GITHUB_PATH instead.',
  sameAs: ['checkov:CKV_GHA_1', 'kics:cicd/github/unsecured_commands', 'zizmor:insecure-commands'],
  controls: ['soc2:CC8.1'],
  sources: [
    'https://github.blog/changelog/2020-10-01-github-actions-deprecating-set-env-and-add-path-commands/',
  ],
  visits: environments,
  judge({ node, key }) {
    const value = node.peek('env', 'ACTIONS_ALLOW_UNSECURE_COMMANDS');
    if (value === undefined || !/^(?:\$?true|1)$|\$\{\{/i.test(String(value.content))) return;
    return {
      message:
        'What any step prints can now set the environment of those after it: remove ACTIONS_ALLOW_UNSECURE_COMMANDS and write to $GITHUB_ENV.',
      at: value,
      key,
      fix: {
        safety: 'unsafe',
        summary: 'remove ACTIONS_ALLOW_UNSECURE_COMMANDS (steps that still use the old commands then fail)',
        edits: [{ op: 'remove', node: value }],
      },
    };
  },
  examples: {
    bad: `on: push
permissions: {}
env:
  ACTIONS_ALLOW_UNSECURE_COMMANDS: true
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - run: echo "::set-env name=VERSION::1.4.2"
`,
    good: `on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - run: echo "VERSION=1.4.2" >> "$GITHUB_ENV"
`,
  },
});
