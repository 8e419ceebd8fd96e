import { type Job, jobs } from '../../graph/github-actions.ts';
import { Node } from '../../model/node.ts';
import { contextsOf } from '../../syntax/expression/contexts.ts';
import { placeholdersOf } from '../../syntax/expression/parse-expression.ts';
import type { Expression } from '../../syntax/expression/tree.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'github-actions/all-secrets-exposed',
  title: 'Job that receives every secret',
  dimension: 'security',
  severity: 'medium',
  why: 'toJSON(secrets) and secrets[…] with a calculated name make GitHub load every secret of the repository and the organisation into the memory of the runner, for any step to read, and their masking in the log fails for parts of them. Name each secret that the job needs.',
  sameAs: ['zizmor:overprovisioned-secrets', 'poutine:job_all_secrets'],
  controls: ['soc2:CC6.3'],
  sources: ['https://docs.zizmor.sh/audits/#overprovisioned-secrets'],
  visits: jobs,
  judge(job) {
    const faults: Fault[] = [];
    for (const { at, text } of placeholdersIn(job)) {
      faults.push({
        message:
          'This loads all secrets into the job, where every step can read them: name the ones that are needed, secrets.NAME.',
        at,
        key: `${job.id} ${text}`,
      });
    }
    return faults;
  },
  examples: {
    bad: `on: push
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-24.04
    steps:
      - run: ./deploy.sh
        env:
          SECRETS: \${{ toJSON(secrets) }}
`,
    good: `on: push
permissions: {}
jobs:
  deploy:
    runs-on: ubuntu-24.04
    steps:
      - run: ./deploy.sh
        env:
          TOKEN: \${{ secrets.DEPLOY_TOKEN }}
`,
  },
});

function placeholdersIn({ node }: Job): { at: Node; text: string }[] {
  const { file, start, end } = node;
  const text = file.text.slice(start, end);
  return placeholdersOf(text)
    .filter(({ expression }) => expression && takesAll(expression))
    .map((found) => {
      const part = text.slice(found.start, found.end);
      return { at: new Node(file, start + found.start, start + found.end, part), text: part };
    });
}

function takesAll(expression: Expression): boolean {
  for (const { root, parts } of contextsOf(expression)) {
    if (root !== 'secrets') continue;
    if (parts.length === 0 || typeof parts[0] !== 'string' || parts[0] === '*') return true;
  }
  return false;
}
