import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './job-reference-broken.ts';

const jobs = (...lines: string[]) => `stages: [build, test, deploy]\n${lines.join('\n')}\n`;
const found = ['high gitlab-ci/.gitlab-ci.yml'];

// source of what GitLab refuses: its YamlProcessor, and the specification of its linter
it.each([
  ['a job of a later stage', jobs('a: { stage: build, needs: [b] }', 'b: { stage: test }'), found],
  [
    'one of a later stage that is optional',
    jobs('a: { stage: build, needs: [{ job: b, optional: true }] }', 'b: {}'),
    found,
  ],
  ['a need of a rule', jobs('a: { stage: build, rules: [{ needs: [b] }] }', 'b: {}'), found],
  ['a dependency of a later stage', jobs('a: { dependencies: [b] }', 'b: { stage: deploy }'), found],
  [
    'a stage that is extended',
    jobs('.x: { stage: deploy }', 'a: { needs: [b] }', 'b: { extends: .x }'),
    found,
  ],
  ['a need that is extended', jobs('.x: { needs: [b] }', 'a: { extends: .x, stage: build }', 'b: {}'), found],
  ['the first stage of all', jobs('a: { stage: .pre, needs: [b] }', 'b: { stage: build }'), found],
  ['a job of the same stage', jobs('a: { needs: [b] }', 'b: { stage: test }'), []],
  ['a job of an earlier stage', jobs('a: { stage: .post, needs: [b] }', 'b: { stage: deploy }'), []],
  ['stages that nobody lists', 'a: { stage: build, needs: [b] }\nb: { stage: test }\n', found],
  [
    'stages that a variable names',
    'stages: [build, $LAST]\na: { stage: build, needs: [b] }\nb: { stage: build }\n',
    [],
  ],
  ['a job of another project', jobs('a: { stage: build, needs: [{ project: x/y, job: b }] }', 'b: {}'), []],
  ['a job that is not there', jobs('a: { needs: [c] }'), found],
  ['one that is not there and may be so', jobs('a: { needs: [{ job: c, optional: true }] }'), []],
  ['a stage that is not there', jobs('a: { stage: tset }'), found],
])('knows %s', async (_, text, expected) => {
  expect(await judgementOf(check, { '.gitlab-ci.yml': text })).toEqual(expected);
});

it('says nothing of a pipeline that is partly elsewhere', async () => {
  const text = jobs(
    'include: [{ remote: https://example.com/x.yml }]',
    'a: { stage: build, needs: [b] }',
    'b: {}',
  );
  expect(await judgementOf(check, { '.gitlab-ci.yml': text })).toEqual(['undecided']);
});
