import { expect, test } from 'vitest';
import { large } from '../../tests/report/large-sample.ts';
import { nothingRead, shop } from '../../tests/report/samples.ts';
import { renderGitlab } from './gitlab.ts';
import type { Report } from './report.ts';

const issues = (report: Report) => JSON.parse(renderGitlab(report, { pathPrefix: 'infra' }));

test('holds what GitLab requires of an issue', () => {
  expect(issues(shop)[0]).toEqual({
    description: expect.stringMatching(
      /^Database reachable from the internet: The instance .* \(prod only\)$/,
    ),
    check_name: 'contracts/database-reachable-from-internet',
    fingerprint: shop.findings[0]!.fingerprint,
    severity: 'blocker',
    location: { path: 'infra/terraform/environments/prod/main.tf', lines: { begin: 42, end: 42 } },
  });
});

test('every fingerprint is its own, also where those of the report are not', () => {
  const [first] = shop.findings;
  const twice: Report = { ...shop, findings: [first!, first!, first!] };
  expect(new Set(issues(twice).map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(3);
  expect(
    new Set(issues(large(2000)).map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size,
  ).toBe(2000);
});

test('leaves out what the baseline knows, and is empty where nothing was found', () => {
  expect(issues(shop)).toHaveLength(shop.summary.findings);
  expect(issues(nothingRead)).toEqual([]);
});
