import { describe, expect, it } from 'vitest';
import { SourceFile } from '../model/source-file.ts';
import { type Config, defaultConfig } from './config.ts';
import { loadConfig } from './load-config.ts';
import { policyOf, unknownChecks } from './policy.ts';

const policy = (config: Partial<Config>) => policyOf({ ...defaultConfig, ...config });

describe('policyOf', () => {
  it('looks at what is included and not excluded, folders with all they hold', async () => {
    const { covers } = await policy({ include: ['deploy/', '*.tf'], exclude: ['**/testdata'] });
    expect(['deploy/a/b.yaml', 'main.tf'].map(covers)).toEqual([true, true]);
    expect(['charts/a.yaml', 'a/main.tf', 'deploy/testdata/x.yaml'].map(covers)).toEqual([
      false,
      false,
      false,
    ]);
    expect(['charts/', 'a/testdata/'].map(covers)).toEqual([true, false]);
    expect((await policy({})).covers('.github/workflows/ci.yml')).toBe(true);
    expect((await policy({ exclude: ['.'] })).covers('.github/workflows/ci.yml')).toBe(false);
  });

  it('lets the id of a check win over its family', async () => {
    const { runs, severityOf } = await policy({
      checks: { 'aws/*': { severity: 'off' }, 'aws/a': { severity: 'low', paths: ['envs/prod'] } },
    });
    expect([runs('aws/a'), runs('aws/b'), runs('gcp/a')]).toEqual([true, false, true]);
    expect(severityOf('aws/a', 'envs/prod/main.tf', 'high')).toBe('low');
    expect(severityOf('aws/a', 'envs/dev/main.tf', 'high')).toBe('off');
    expect(severityOf('gcp/a', 'envs/dev/main.tf', 'high')).toBe('high');
  });

  it('gives the environment of the last pattern that matches', async () => {
    const { environmentOf } = await policy({
      environments: { envs: { name: 'any' }, 'envs/prod': { name: 'prod', production: true } },
    });
    expect(environmentOf('envs/prod/main.tf')).toEqual({ name: 'prod', production: true });
    expect(environmentOf('envs/dev/main.tf')?.name).toBe('any');
    expect(environmentOf('main.tf')).toBeUndefined();
  });
});

it('unknownChecks names the checks that do not exist, with what was meant', async () => {
  const file = new SourceFile(
    'plinth.config.yaml',
    'checks:\n  kubernetes/memory-limit-mising: off\n  kubernets/*: low\n  aws/*: low\nsuppressions:\n  - { check: zzz/y, reason: r }\n',
  );
  const { config } = await loadConfig(file);
  const problems = unknownChecks(config, ['kubernetes/memory-limit-missing', 'aws/x']);
  expect(problems.map(({ message, start }) => [file.lineAt(start!), message])).toEqual([
    [
      2,
      'there is no check "kubernetes/memory-limit-mising": did you mean "kubernetes/memory-limit-missing"?',
    ],
    [3, 'there is no check "kubernets/*": did you mean "kubernetes/*"?'],
    [6, 'there is no check "zzz/y": `plinth explain` lists them all'],
  ]);
});
