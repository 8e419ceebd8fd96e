import { shellSteps } from '../../graph/github-actions.ts';
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
        faults.push({
          message: `::${name} ${isGone ? 'stops the job' : 'is deprecated and will stop working'}: write echo "name=value" >> "$${files[name]}".`,
          at: step.at(command),
          key: `${step.key} ${name}`,
          severity: isGone ? 'high' : 'low',
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
