import { jobs } from '../../graph/github-actions.ts';
import { privilegedTrigger } from '../../graph/github-actions-trust.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'github-actions/actor-check-spoofable',
  title: 'Bot recognised by who acted last',
  dimension: 'security',
  severity: 'medium',
  why: "github.actor is whoever caused the last event, not who opened the pull request: somebody can open one with bad code and get Dependabot to act on it, and the condition holds. Ask who owns the pull request: github.event.pull_request.user.login == 'dependabot[bot]'.",
  sameAs: ['zizmor:bot-conditions', 'poutine:confused_deputy_auto_merge'],
  controls: ['soc2:CC8.1', 'slsa:build-l3'],
  sources: ['https://docs.zizmor.sh/audits/#bot-conditions'],
  visits: jobs,
  judge({ node, id, workflow, steps }) {
    const trigger = privilegedTrigger(workflow);
    if (trigger !== 'pull_request_target' && trigger !== 'workflow_run' && trigger !== 'issue_comment')
      return;
    const conditions = [
      { condition: node.peek('if'), key: id },
      ...steps.map((step) => ({ condition: step.node.peek('if'), key: step.key })),
    ];
    const faults: Fault[] = [];
    for (const { condition, key } of conditions) {
      if (
        !condition ||
        !/github\.(?:triggering_)?actor\s*==\s*'[^']*\[bot\]'|'[^']*\[bot\]'\s*==\s*github\.(?:triggering_)?actor/.test(
          String(condition.content),
        )
      )
        continue;
      faults.push({
        message: `github.actor is who acted last, so this can be made true for a pull request of anybody: ask for github.event.pull_request.user.login instead.`,
        at: condition,
        key,
      });
    }
    return faults;
  },
  examples: {
    bad: `on: pull_request_target
permissions: {}
jobs:
  merge:
    if: github.actor == 'dependabot[bot]'
    runs-on: ubuntu-24.04
    steps:
      - run: gh pr merge --auto --squash "$URL"
        env:
          URL: \${{ github.event.pull_request.html_url }}
`,
    good: `on: pull_request_target
permissions: {}
jobs:
  merge:
    if: github.event.pull_request.user.login == 'dependabot[bot]'
    runs-on: ubuntu-24.04
    steps:
      - run: gh pr merge --auto --squash "$URL"
        env:
          URL: \${{ github.event.pull_request.html_url }}
`,
  },
});
