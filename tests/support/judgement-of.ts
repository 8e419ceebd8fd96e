import { describe, expect, it } from 'vitest';
import type { AnyCheck } from '../../src/checks/check.ts';
import { judge } from '../../src/verdict/judge.ts';
import { readFiles } from './read-example.ts';

/** A configuration and what a check makes of it, in any order. */
type JudgementCase = readonly [
  what: string,
  files: string | Readonly<Record<string, string>>,
  expected: readonly string[],
];

/** What a check makes of a configuration: severity and address of each finding, and `undecided` for each subject that cannot be told. */
export async function judgementOf(check: AnyCheck, files: JudgementCase[1]): Promise<string[]> {
  const { graph } = await readFiles(typeof files === 'string' ? { 'main.tf': files } : files);
  const { findings, tallies, problems } = judge(graph, [check]);
  expect(problems).toEqual([]);
  return [
    ...findings.map(({ resource, severity }) => `${severity} ${resource.address}`),
    ...Array<string>(tallies[0]!.undecided).fill('undecided'),
  ];
}

/** A test for each case of the checks of a family, by the check's name in it. */
export function describeJudgements(
  checks: readonly AnyCheck[],
  family: string,
  cases: Readonly<Record<string, readonly JudgementCase[]>>,
): void {
  describe.each(Object.entries(cases))(`${family}/%s`, (name, list) => {
    const check = checks.find(({ id }) => id === `${family}/${name}`)!;

    it.each(list)('%s', async (_, files, expected) => {
      expect((await judgementOf(check, files)).sort()).toEqual([...expected].sort());
    });
  });
}
