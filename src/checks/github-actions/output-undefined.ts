import { type Job, jobs } from '../../graph/github-actions.ts';
import { entriesOf } from '../../graph/look.ts';
import { Node } from '../../model/node.ts';
import { contextsOf } from '../../syntax/expression/contexts.ts';
import { placeholdersOf } from '../../syntax/expression/parse-expression.ts';
import type { Context } from '../../syntax/expression/tree.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'github-actions/output-undefined',
  title: 'Output of a step or job that does not exist',
  dimension: 'functionality',
  severity: 'medium',
  why: 'An expression that names a step or an output that is not there is no error: it is empty. The tag is then ":", the condition never holds, the deployment goes to nowhere, and the run is green.',
  sameAs: ['actionlint:expression'],
  sources: [
    'https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/pass-job-outputs',
  ],
  visits: jobs,
  judge(job) {
    const { file, start, end } = job.node;
    const text = file.text.slice(start, end);
    const faults = new Map<string, Fault>();
    for (const placeholder of placeholdersOf(text))
      for (const context of placeholder.expression ? contextsOf(placeholder.expression) : []) {
        const what = missing(context, job, start + placeholder.start);
        if (!what || faults.has(what)) continue;
        const at = new Node(
          file,
          start + context.start,
          start + context.end,
          text.slice(context.start, context.end),
        );
        faults.set(what, {
          message: `${what}, so this is always empty: correct the name.`,
          at,
          key: `${job.id} ${what}`,
        });
      }
    return [...faults.values()];
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    outputs:
      version: \${{ steps.version.outputs.tag }}
    steps:
      - id: meta
        run: echo "tag=1.4.2" >> "$GITHUB_OUTPUT"
`,
    good: `on: push
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    outputs:
      version: \${{ steps.meta.outputs.tag }}
    steps:
      - id: meta
        run: echo "tag=1.4.2" >> "$GITHUB_OUTPUT"
  deploy:
    needs: build
    runs-on: ubuntu-24.04
    steps:
      - run: ./deploy.sh "$VERSION"
        env:
          VERSION: \${{ needs.build.outputs.version }}
`,
  },
});

function missing({ root, parts }: Context, job: Job, at: number): string | undefined {
  const [id, kind, output] = parts;
  if (typeof id !== 'string' || id === '*') return undefined;
  if (root === 'steps') {
    const step = job.stepsById.get(id);
    if (!step) return `The job ${job.id} has no step with the id ${id}`;
    // outputs and the address of the environment are read when all steps are over
    const steps = job.node.peek('steps');
    const isInStep = steps !== undefined && steps.start <= at && at < steps.end;
    return isInStep && at < step.node.start ? `The step ${id} runs only later` : undefined;
  }
  if (root !== 'needs') return undefined;
  const needed = job.workflow.jobsById.get(id);
  const needs = job.node.peek('needs')?.content;
  const names = Array.isArray(needs) ? (needs as readonly Node[]).map(({ content }) => content) : [needs];
  if (!names.some((name) => String(name).toLowerCase() === id))
    return `The job ${job.id} does not need ${id}`;
  if (!needed || needed.calls || kind !== 'outputs' || typeof output !== 'string' || output === '*')
    return undefined;
  const outputs = entriesOf(needed.node.peek('outputs'));
  return outputs.some(([name]) => name.toLowerCase() === output)
    ? undefined
    : `The job ${id} gives no output called ${output}`;
}
