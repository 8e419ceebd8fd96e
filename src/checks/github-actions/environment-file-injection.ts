import { shellSteps } from '../../graph/github-actions.ts';
import { privilegedTrigger, untrustedIn } from '../../graph/github-actions-trust.ts';
import { entriesOf } from '../../graph/look.ts';
import { check } from '../check.ts';

export default check({
  id: 'github-actions/environment-file-injection',
  title: 'Text of others written to the environment of later steps',
  dimension: 'security',
  severity: 'high',
  why: 'Every line written to $GITHUB_ENV or $GITHUB_PATH is a variable or a folder of programs for the steps after it. A title, a branch name or a file from a pull request that holds a line end can set LD_PRELOAD or PATH and so run its own code, with the secrets of the job. Keep such text in the step that needs it, or hand it over as an output.',
  sameAs: ['zizmor:github-env'],
  controls: ['soc2:CC8.1', 'slsa:build-l3'],
  sources: ['https://docs.zizmor.sh/audits/#github-env'],
  visits: shellSteps,
  judge(step) {
    const trigger = step.job && privilegedTrigger(step.job.workflow);
    if (!trigger) return;
    const isUntrusted = (text: string) => untrustedIn(text, step).some(({ author }) => author === 'outsider');
    const untrusted = [step.node, step.job.node, step.job.workflow.node]
      .flatMap((scope) => entriesOf(scope.peek('env')))
      .filter(([, value]) => isUntrusted(String(value.content)))
      .map(([name]) => use(name));
    for (const { commands } of step.pipelines) {
      for (const { text } of commands.flatMap(({ assignments }) => assignments))
        if (isUntrusted(text) || untrusted.some((name) => name.test(text)))
          untrusted.push(use(text.split('=')[0]!));
      const last = commands.at(-1)!;
      const isWritten = commands.some((command) =>
        [
          ...command.redirects.map(({ target }) => target.text),
          ...(command === last ? command.words.map(({ text }) => text) : []),
        ].some((text) => /\bGITHUB_(?:ENV|PATH)\b/.test(text)),
      );
      if (!isWritten) continue;
      const words = commands.flatMap((command) => command.words.map(({ text }) => text));
      const source = words.find((word) => isUntrusted(word) || untrusted.some((name) => name.test(word)));
      const isFile = words.some((word) => /^(?:cat|jq|unzip)$/.test(word)) && trigger === 'workflow_run';
      if (source === undefined && !isFile) continue;
      return {
        message: `${trigger} brings text that anybody can choose, and a line end in it sets any variable of the later steps: do not write it to $GITHUB_ENV or $GITHUB_PATH.`,
        at: step.at({ start: commands[0]!.start, end: last.end }),
        key: step.key,
      };
    }
    return undefined;
  },
  examples: {
    bad: `on: pull_request_target
permissions: {}
jobs:
  label:
    runs-on: ubuntu-24.04
    steps:
      - run: echo "TITLE=$TITLE" >> "$GITHUB_ENV"
        env:
          TITLE: \${{ github.event.pull_request.title }}
`,
    good: `on: pull_request_target
permissions: {}
jobs:
  label:
    runs-on: ubuntu-24.04
    steps:
      - run: |
          echo "NUMBER=$NUMBER" >> "$GITHUB_ENV"
          ./label.sh "$TITLE"
        env:
          NUMBER: \${{ github.event.pull_request.number }}
          TITLE: \${{ github.event.pull_request.title }}
`,
  },
});

/** Finds `$NAME` and `${NAME}`. */
function use(name: string): RegExp {
  return new RegExp(`\\$\\{?${name.replace(/\W/g, '')}\\b`);
}
