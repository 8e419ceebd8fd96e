import { expect, it } from 'vitest';
import { Problems } from './options.ts';

it('keeps each problem of a place once', () => {
  const problems = new Problems();
  for (const message of ['a', 'b', 'a']) problems.add({ kind: 'invalid', message, path: 'x.tf' });
  problems.add({ kind: 'invalid', message: 'a', path: 'y.tf' });
  expect(problems.all.map(({ path, message }) => `${path} ${message}`)).toEqual([
    'x.tf a',
    'x.tf b',
    'y.tf a',
  ]);
});

it('ends the list of a file that has far too many, and says so', () => {
  const problems = new Problems();
  for (let start = 0; start < 1000; start++)
    problems.add({ kind: 'unreadable', message: 'broken', path: 'x.tf', start });
  problems.add({ kind: 'unreadable', message: 'broken', path: 'y.tf', start: 0 });
  expect(problems.all).toHaveLength(202);
  expect(problems.all[200]).toMatchObject({ kind: 'limit', path: 'x.tf' });
  expect(problems.all[201]).toMatchObject({ path: 'y.tf' });
});
