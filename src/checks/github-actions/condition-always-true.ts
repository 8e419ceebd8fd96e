import { jobs } from '../../graph/github-actions.ts';
import type { Fix } from '../../model/edit.ts';
import type { Node } from '../../model/node.ts';
import { placeholdersOf } from '../../syntax/expression/parse-expression.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'github-actions/condition-always-true',
  title: 'Condition that always holds',
  dimension: 'functionality',
  severity: 'high',
  why: 'As soon as anything stands beside ${{ … }} in an if, an operator, a blank, the line end that a block scalar (|) keeps, the whole is a text, and a text that is not empty is true. The guard that seems to be there, for the branch, the approval, the actor, is not.',
  sameAs: ['actionlint:if-cond', 'zizmor:unsound-condition'],
  sources: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsif',
  ],
  visits: jobs,
  judge(job) {
    const conditions = [
      { condition: job.node.peek('if'), key: job.id },
      ...job.steps.map((step) => ({ condition: step.node.peek('if'), key: step.key })),
    ];
    const faults: Fault[] = [];
    for (const { condition, key } of conditions) {
      if (!condition || !isAlwaysTrue(condition)) continue;
      const fix = fixOf(condition);
      faults.push({
        message:
          'Text stands beside ${{ }} here, so the condition is a text and always holds: write the whole condition as one expression, without ${{ }}.',
        at: condition,
        key,
        ...(fix && { fix }),
      });
    }
    return faults;
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  deploy:
    if: \${{ github.ref == 'refs/heads/main' }} && \${{ github.actor != 'renovate[bot]' }}
    runs-on: ubuntu-24.04
    steps:
      - run: make deploy
`,
    good: `on: push
permissions: {}
jobs:
  deploy:
    if: github.ref == 'refs/heads/main' && github.actor != 'renovate[bot]'
    runs-on: ubuntu-24.04
    steps:
      - run: make deploy
        if: \${{ success() }}
`,
  },
});

/** Whether anything but one placeholder makes up the text. */
function isAlwaysTrue({ content }: Node): boolean {
  if (typeof content !== 'string' || !content.includes('${{')) return false;
  const [first, second] = placeholdersOf(content);
  return second !== undefined || first!.start > 0 || first!.end < content.length;
}

function fixOf(condition: Node): Fix | undefined {
  const text = String(condition.content);
  if (placeholdersOf(text).some(({ expression }) => !expression)) return undefined;
  // inside placeholders || would bind otherwise than it reads; brackets keep it
  const value = text
    .trim()
    .replace(/\$\{\{\s*([\s\S]*?)\s*\}\}/g, (_, inner: string) =>
      /\|\||&&/.test(inner) && text.trim() !== `\${{ ${inner} }}` ? `(${inner})` : inner,
    );
  return {
    safety: 'unsafe',
    summary: 'write the condition as one expression (what it guards may then no longer run)',
    edits: [{ op: 'replace', node: condition, value }],
  };
}
