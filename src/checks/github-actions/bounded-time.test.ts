import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { judge } from '../../verdict/judge.ts';
import { checks as dockerfileChecks } from '../generated/dockerfile.ts';
import { checks as workflowChecks } from '../generated/github-actions.ts';

const size = 100_000;
const job = 'on: [push, pull_request_target]\njobs:\n  a:\n    runs-on: x\n    steps:\n';
const path = '.github/workflows/a.yml';

/** A pattern repeated until the file is long: what is quadratic in any check shows. */
const files: readonly (readonly [name: string, path: string, head: string, unit: string])[] = [
  ['many RUN', 'Dockerfile', 'FROM a\n', 'RUN x\n'],
  ['many stages', 'Dockerfile', '', 'FROM a AS b\nCOPY --from=c a b\n'],
  ['many folders', 'Dockerfile', 'FROM a\n', 'WORKDIR a\n'],
  ['many installations', 'Dockerfile', 'FROM a\n', 'RUN pip install a\nENV A=b\n'],
  ['one long RUN', 'Dockerfile', 'FROM a\nRUN ', 'yum install a;apt-get update;'],
  ['a long pipeline', 'Dockerfile', 'FROM a\nRUN ', 'a|b;'],
  ['values that double', 'Dockerfile', 'FROM scratch\n', 'ENV A=$A$A\n'],
  ['many scripts', path, job, '      - run: x\n'],
  ['many checkouts', path, job, '      - uses: actions/checkout@v4\n'],
  ['many caches', path, job, '      - uses: actions/cache@v4\n'],
  ['many expressions', path, `${job}      - run: `, '${{ github.event.issue.title }} ${{ env.a }}'],
  ['many commands', path, `${job}      - run: `, 'curl x | bash; echo $A >> $GITHUB_ENV; terraform apply;'],
];

describe('a hostile file', () => {
  it.each(files)(
    'with %s takes no more than seconds',
    async (_, name, head, unit) => {
      const text = head + unit.repeat(Math.floor((size - head.length) / unit.length));
      const { graph } = await readFiles({ [name]: text });
      const { problems } = judge(graph, [...dockerfileChecks, ...workflowChecks]);
      expect(problems).toEqual([]);
    },
    30_000,
  );
});
