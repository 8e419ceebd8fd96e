import { expect, test } from 'vitest';
import { finding } from '../../tests/report/report-of.ts';
import { groupFindings } from './group.ts';
import type { ReportedFinding } from './report.ts';

function fault(given: Partial<ReportedFinding>): ReportedFinding {
  return finding({
    check: 'kubernetes/probe-missing',
    title: 'No probe',
    dimension: 'reliability',
    severity: 'high',
    message: 'Container "a" has no probe.',
    ...given,
  });
}

test('one check at one severity is one group, however many places it has', () => {
  const groups = groupFindings([
    fault({ file: 'a.yaml' }),
    fault({ file: 'b.yaml' }),
    fault({ file: 'b.yaml', startLine: 9 }),
  ]);
  expect(groups).toHaveLength(1);
  expect(groups[0]).toMatchObject({ check: 'kubernetes/probe-missing', count: 3, files: 2 });
});

test('the worst severity comes first, and within it the order that was given', () => {
  const groups = groupFindings([
    fault({ check: 'b', severity: 'low' }),
    fault({ check: 'z', severity: 'critical' }),
    fault({ check: 'a', severity: 'critical' }),
    fault({ check: 'b', severity: 'critical' }),
  ]);
  expect(groups.map(({ check, severity }) => `${severity} ${check}`)).toEqual([
    'critical z',
    'critical a',
    'critical b',
    'low b',
  ]);
});

test('places stand together by file, the file of the worst place first, by line within it', () => {
  const [group] = groupFindings([
    fault({ file: 'z.yaml', startLine: 8 }),
    fault({ file: 'a.yaml', startLine: 1 }),
    fault({ file: 'z.yaml', startLine: 2 }),
  ]);
  const places = group!.variants[0]!.places.map(({ finding: at }) => `${at.file}:${at.startLine}`);
  expect(places).toEqual(['z.yaml:2', 'z.yaml:8', 'a.yaml:1']);
});

test('messages that differ in names are one variant, and the names stay with their places', () => {
  const [group] = groupFindings([
    fault({ message: 'Container "api" has no probe.', resource: 'Deployment/shop/api' }),
    fault({ message: 'Container "proxy" has no probe.', resource: 'Deployment/shop/api', startLine: 7 }),
  ]);
  expect(group!.variants).toHaveLength(1);
  expect(group!.variants[0]!.places.map(({ names }) => names)).toEqual([[], ['proxy']]);
});

test('messages that say different things are variants of their own', () => {
  const [group] = groupFindings([
    fault({ message: 'Port 1 is closed.' }),
    fault({ message: 'Port 2 is closed.' }),
  ]);
  expect(group!.variants.map(({ message }) => message)).toEqual(['Port 1 is closed.', 'Port 2 is closed.']);
});

test('context and environments of all places move to the group', () => {
  const [group] = groupFindings([
    fault({ context: ['production', 'holds data'], environments: ['prod'] }),
    fault({ context: ['production'], environments: ['prod'], startLine: 5 }),
  ]);
  expect(group).toMatchObject({ context: ['production'], environments: ['prod'] });
  expect(
    group!.variants[0]!.places.map(({ context, environments }) => [...context, ...environments]),
  ).toEqual([['holds data'], []]);
});

test('environments that differ stay with their places', () => {
  const [group] = groupFindings([
    fault({ environments: ['prod'] }),
    fault({ environments: [], startLine: 5 }),
  ]);
  expect(group!.environments).toEqual([]);
  expect(group!.variants[0]!.places.map(({ environments }) => environments)).toEqual([['prod'], []]);
});

test('a fix is summed up, and said in words only where all do the same', () => {
  const safe = fault({ fix: 'safe', fixSummary: 'set a to 1' });
  const other = fault({ fix: 'unsafe', fixSummary: 'set a to 2' });
  expect(groupFindings([safe, safe, fault({})])[0]!.fix).toEqual({
    safe: 2,
    unsafe: 0,
    summary: 'set a to 1',
  });
  expect(groupFindings([safe, other])[0]!.fix).toEqual({ safe: 1, unsafe: 1 });
});
