import { type ShellStep, shellSteps } from '../../graph/github-actions.ts';
import type { Fix } from '../../model/edit.ts';
import type { Command } from '../../syntax/shell/tree.ts';
import { check, type Fault } from '../check.ts';

const files: Readonly<Record<string, string>> = {
  'set-output': 'GITHUB_OUTPUT',
  'save-state': 'GITHUB_STATE',
  'set-env': 'GITHUB_ENV',
  'add-path': 'GITHUB_PATH',
};

export default check({
  id: 'github-actions/workflow-command-retired',
  title: 'Workflow command that is retired',
  dimension: 'functionality',
  severity: 'medium',
  why: '::set-env and ::add-path stop the job since 2020, and ::set-output and ::save-state are announced to: they let whatever a step prints set values for others. Append to the file that $GITHUB_OUTPUT, $GITHUB_STATE, $GITHUB_ENV or $GITHUB_PATH names.',
  sameAs: ['actionlint:deprecated-commands'],
  sources: [
    'https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/',
  ],
  visits: shellSteps,
  judge(step) {
    const faults: Fault[] = [];
    for (const command of step.commands)
      for (const word of command.words) {
        const found = /^::(set-output|save-state|set-env)\s+name=|^::(add-path)::/.exec(word.text.trim());
        const name = found?.[1] ?? found?.[2];
        if (!name) continue;
        const isGone = name === 'set-env' || name === 'add-path';
        const fix = command.words.length === 2 && fixOf(step, command);
        faults.push({
          message: `::${name} ${isGone ? 'stops the job' : 'is deprecated and will stop working'}: write echo "name=value" >> "$${files[name]}".`,
          at: step.at(command),
          key: `${step.key} ${name}`,
          severity: isGone ? 'high' : 'low',
          ...(fix && { fix }),
        });
      }
    return faults;
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - id: meta
        run: echo "::set-output name=version::1.4.2"
`,
    good: `on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - id: meta
        run: echo "version=1.4.2" >> "$GITHUB_OUTPUT"
`,
  },
});

const form =
  /^echo\s+(["'])::(set-output|save-state|set-env) name=([\w.-]+)::([^"'%]*)\1$|^echo\s+(["'])::(add-path)::([^"'%]*)\5$/;

/** The same with the file, where the command is one plain echo of one line. */
function fixOf({ script, at }: ShellStep, command: Command): Fix | undefined {
  const node = at(command);
  const found = form.exec(String(node.content));
  // in a string of double quotes the new ones would need escapes
  const isQuoted = script!.file.text[script!.start] === '"';
  if (!found || isQuoted || command.redirects.length > 0) return undefined;
  const [, quote = found[5]!, name = found[6]!, key, value = found[7]!] = found;
  const text = `echo ${quote}${key === undefined ? '' : `${key}=`}${value}${quote} >> "$${files[name]}"`;
  return {
    safety: 'safe',
    summary: `append to $${files[name]} instead of ::${name}`,
    edits: [{ op: 'text', file: node.file, start: node.start, end: node.end, text }],
  };
}
