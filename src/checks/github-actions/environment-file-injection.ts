import { type Step, shellStepOf, steps } from '../../graph/github-actions.ts';
import { privilegedTrigger, untrustedIn } from '../../graph/github-actions-trust.ts';
import { entriesOf } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import type { Command } from '../../syntax/shell/tree.ts';
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
  visits: steps,
  judge(step) {
    const trigger = step.job && privilegedTrigger(step.job.workflow);
    if (!trigger || !step.script) return;
    const at = injectionOf(step, trigger);
    if (!at) return;
    return {
      message: `${trigger} brings text that anybody can choose, and a line end in it sets any variable of the later steps: do not write it to $GITHUB_ENV or $GITHUB_PATH.`,
      at,
      key: step.key,
    };
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

function injectionOf(step: Step, trigger: string): Node | undefined {
  const isUntrusted = (text: string) => untrustedIn(text, step).some(({ author }) => author === 'outsider');
  const untrusted = [step.node, step.job!.node, step.job!.workflow.node]
    .flatMap((scope) => entriesOf(scope.peek('env')))
    .filter(([, value]) => isUntrusted(String(value.content)))
    .map(([name]) => use(name));
  const brings = (text: string) => isUntrusted(text) || untrusted.some((name) => name.test(text));
  const shell = shellStepOf(step);
  if (!shell) {
    const lines = String(step.script!.content).split('\n');
    return lines.some((line) => target.test(line) && brings(line)) ? step.script : undefined;
  }
  for (const { commands } of shell.pipelines) {
    for (const { text } of commands.flatMap(({ assignments }) => assignments))
      if (brings(text)) untrusted.push(use(text.split('=')[0]!));
    const last = commands.at(-1)!;
    const isWritten =
      commands.some(({ redirects }) => redirects.some((redirect) => target.test(redirect.target.text))) ||
      last.words.some(({ text }) => target.test(text));
    if (!isWritten) continue;
    const said = commands.flatMap(textsOf);
    const isDocument = commands.some(({ redirects }) => redirects.some(({ body }) => body !== undefined));
    const isFile = !isDocument && said.some((word) => /^(?:cat|jq|unzip)$/.test(word));
    if (said.some(brings) || (isFile && trigger === 'workflow_run'))
      return shell.at({ start: commands[0]!.start, end: last.end });
  }
  const groups = String(step.script!.content).matchAll(writtenGroup);
  return [...groups].some(([text]) => brings(text)) ? step.script : undefined;
}

/** `{ echo …; echo …; } >> $GITHUB_ENV` */
const writtenGroup = /\{\s(?:\$\{[^}]{0,100}\}|[^{}]){0,2000}\}\s*>>?\s*["']?\$\{?GITHUB_(?:ENV|PATH)\b/g;

const target = /\bGITHUB_(?:ENV|PATH)\b/;

/** The words of a command, of its here-documents, and of what runs in its block. */
function textsOf(command: Command): string[] {
  return [
    ...command.words.map(({ text }) => text),
    ...command.redirects.flatMap(({ body, target: { quoted } }) =>
      body !== undefined && !quoted ? [body] : [],
    ),
    ...command.block.flatMap(({ commands }) => commands.flatMap(textsOf)),
  ];
}

/** Finds `$NAME` and `${NAME}`, also as PowerShell and cmd write it. */
function use(name: string): RegExp {
  const plain = name.replace(/\W/g, '');
  return new RegExp(`\\$\\{?(?:env:)?${plain}\\b|%${plain}%`);
}
