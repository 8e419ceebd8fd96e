import { describe, expect, it } from 'vitest';
import { apply, bucket, findingAt } from '../../tests/support/suppressed-finding.ts';
import { loadConfig } from '../config/load-config.ts';
import { SourceFile } from '../model/source-file.ts';
import { configuredSuppressions, matchesWildcards } from './suppression-configured.ts';

describe('suppressions of the configuration', () => {
  const entry = (rest: string) => `suppressions:\n  - check: aws/open\n    reason: known\n    ${rest}\n`;
  const judgeBy = async (text: string) => {
    const { config } = await loadConfig(new SourceFile('plinth.config.yaml', text));
    const finding = findingAt({ file: new SourceFile('envs/dev/main.tf', bucket('')), at: 'acl' });
    const { suppressed, problems } = apply(finding, await configuredSuppressions(config));
    return { hidden: suppressed.size === 1, said: problems.map(({ message }) => message) };
  };

  it.each([
    ['owner: us', true],
    ['resource: aws_s3_bucket.a[*]', true],
    ['resource: aws_s3_bucket.b*', false],
    ['path: envs/dev', true],
    ['path: envs/prod', false],
    ['expires: "2026-01-01"', true],
  ])('hide what matches %s', async (rest, hidden) => {
    const { said, ...judged } = await judgeBy(entry(rest));
    expect(judged.hidden).toBe(hidden);
    expect(said).toEqual(hidden ? [] : [expect.stringContaining('no finding matches it')]);
  });

  it('end on their day', async () => {
    expect(await judgeBy(entry('expires: "2025-12-31"'))).toEqual({
      hidden: false,
      said: [expect.stringContaining('ended on 2025-12-31')],
    });
  });

  it('know only one wildcard', () => {
    const yes = ['a', '*', 'a*', '*a*', 'a**'].map((pattern) => matchesWildcards(pattern, 'a'));
    const no = ['b', 'a*a', '*b', '[a]', ''].map((pattern) => matchesWildcards(pattern, 'a'));
    expect([...yes, ...no]).toEqual([...yes.fill(true), ...no.fill(false)]);
    expect(matchesWildcards('module.*.x[*]', 'module.a.module.b.x["k"]')).toBe(true);
  });
});
