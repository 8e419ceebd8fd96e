import { expect, test } from 'vitest';
import { hostile } from '../../tests/report/hostile-sample.ts';
import { large } from '../../tests/report/large-sample.ts';
import { finding, reportOf } from '../../tests/report/report-of.ts';
import { nothingRead, shop } from '../../tests/report/samples.ts';
import { renderGithub } from './github.ts';
import type { Report } from './report.ts';

const lines = (report: Report) => renderGithub(report).trimEnd().split('\n');
const ofLevel = (report: Report, level: string) =>
  lines(report).filter((line) => line.startsWith(`::${level} `));

test('a finding becomes a command at its lines', () => {
  expect(lines(shop)[0]).toMatch(
    /^::error file=terraform\/environments\/prod\/main\.tf,line=42,endLine=42,col=3,endColumn=36,title=Database reachable from the internet \(critical\)::module\.database\.aws_db_instance\.orders \(prod only\): The instance .* \[contracts\/database-reachable-from-internet\]$/,
  );
});

test('what fails the run is an error, what does not is none', () => {
  expect(ofLevel(shop, 'error')).toHaveLength(10);
  expect(ofLevel(shop, 'warning')).toHaveLength(4);
  const passing = reportOf({
    failOn: 'none',
    coverage: { resources: { a: 1 } },
    findings: [finding({ check: 'a', title: 'A', dimension: 'cost', severity: 'critical', message: 'm' })],
  });
  expect(ofLevel(passing, 'error')).toHaveLength(0);
});

test('stays within the number that GitHub shows, every cause before a second place of any', () => {
  const report = large(2000);
  for (const level of ['error', 'warning', 'notice'])
    expect(ofLevel(report, level).length).toBeLessThanOrEqual(10);
  const checks = ofLevel(report, 'error').map((line) => /\[([^[\]]+)\]$/.exec(line)?.[1]);
  expect(new Set(checks).size).toBe(10);
  expect(lines(report).at(-1)).toMatch(/1,9\d\d findings more than can be annotated/);
});

test('ends with the outcome', () => {
  expect(lines(nothingRead)).toEqual([
    '::notice title=Plinth::This is not a pass: no infrastructure was read in 3 files.',
  ]);
});

test('no text of a repository ends a command or begins one', () => {
  for (const line of lines(hostile)) {
    const properties = /^::(?:error|warning|notice) (.*?)::/.exec(line)?.[1] ?? '';
    expect(properties.split(',').map((pair) => pair.split('=')[0])).toEqual(
      line === lines(hostile).at(-1) ? ['title'] : ['file', 'line', 'endLine', 'col', 'endColumn', 'title'],
    );
    expect(line).not.toMatch(/\p{Cc}/u);
  }
  expect(lines(hostile)).toHaveLength(6);
});
