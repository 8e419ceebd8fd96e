import { expect } from 'vitest';
import type { AnyCheck } from '../../src/checks/check.ts';
import { judge } from '../../src/verdict/judge.ts';
import { readFiles } from './read-example.ts';

/** A configuration and what a check makes of it. */
export type JudgementCase = readonly [
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
