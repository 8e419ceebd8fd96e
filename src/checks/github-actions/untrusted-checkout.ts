import { type Step, shellStepOf, steps } from '../../graph/github-actions.ts';
import { privilegedTrigger } from '../../graph/github-actions-trust.ts';
import type { Node } from '../../model/node.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { check } from '../check.ts';

/**
 * What stands for the code of a pull request or of the run that it caused: a commit, its number, or the repository it comes from.
 * The name of its branch does not: without that repository it is a branch of this one.
 */
const headOfOthers =
  /github\.event\.pull_request\.head\.(?:sha|repo)|github\.event\.workflow_run\.(?:head_(?:sha|commit|repository)|pull_requests)|github\.event\.(?:number|issue\.number|pull_request\.number)|refs\/pull\/|github\.event\.pull_request\.merge_commit_sha/;

export default check({
  id: 'github-actions/untrusted-checkout',
  title: 'Code of a pull request checked out with the rights of the repository',
  dimension: 'security',
  severity: 'critical',
  why: 'pull_request_target, workflow_run and issue_comment run with a token that may write and with all secrets, for pull requests from anywhere. Once the code of the pull request is checked out, the next build, test or install runs what its author wrote (a Makefile, a package script), and takes the secrets. Use pull_request, or only look at the code and run nothing of it.',
  sameAs: ['scorecard:dangerous-workflow/untrusted-checkout', 'poutine:untrusted_checkout_exec'],
  controls: ['soc2:CC8.1', 'slsa:build-l3'],
  sources: ['https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/'],
  visits: steps,
  judge(step) {
    const trigger = step.job && privilegedTrigger(step.job.workflow);
    if (!trigger || trigger === 'issues' || trigger === 'fork' || trigger === 'watch') return;
    const at = checkoutOf(step);
    if (!at) return;
    const later = step.job!.steps.slice(step.index + 1);
    const runsSomething = later.some(({ script, action }) => script || action?.kind === 'local');
    return {
      message: `${trigger} runs with the secrets of this repository, and this checks out the code of the pull request${runsSomething ? ', which the steps after it then run' : ''}: use pull_request instead, or run nothing that was checked out.`,
      at,
      key: step.key,
      // an environment may ask somebody first
      ...((!runsSomething || step.job!.node.peek('environment')) && { severity: 'high' as const }),
    };
  },
  examples: {
    bad: `on: pull_request_target
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          ref: \${{ github.event.pull_request.head.sha }}
      - run: npm ci && npm test
`,
    good: `on: pull_request
permissions: {}
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          ref: \${{ github.event.pull_request.head.sha }}
      - run: npm ci && npm test
`,
  },
});

function checkoutOf(step: Step): Node | undefined {
  if (step.action?.repository === 'actions/checkout') {
    const inputs = [step.node.peek('with', 'ref'), step.node.peek('with', 'repository')];
    return inputs.find(
      (input) => typeof input?.content === 'string' && headOfOthers.test(resolved(input.content, step)),
    );
  }
  const shell = shellStepOf(step);
  const command = shell?.commands.find((one) => {
    const call = callOf(one);
    const said = call?.args.map(({ text }) => text).join(' ') ?? '';
    if (call?.name === 'gh') return /^pr checkout\b/.test(said);
    return (
      call?.name === 'git' && /\b(?:checkout|fetch|clone|pull|switch)\b/.test(said) && headOfOthers.test(said)
    );
  });
  return command && shell!.at(command);
}

/** A text with what its `env.NAME` stand for. */
function resolved(text: string, { node, job }: Step): string {
  return text.replace(/\benv\.(\w+)/g, (written, name: string) => {
    const scopes = [node, job?.node, job?.workflow.node];
    const value = scopes.map((scope) => scope?.peek('env', name)).find((one) => one !== undefined);
    return value ? String(value.content) : written;
  });
}
