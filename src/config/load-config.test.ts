import { describe, expect, it } from 'vitest';
import { SourceFile } from '../model/source-file.ts';
import { defaultConfig } from './config.ts';
import { loadConfig } from './load-config.ts';

const full = `
failOn: medium
failOnIncomplete: true
kubernetesVersion: "1.30"
include: [deploy]
exclude: ["**/testdata/**"]
checks:
  kubernetes/memory-limit-missing: off
  aws/*: { severity: low, paths: [envs/prod] }
environments:
  envs/prod: { name: eu, production: true }
  envs/stage: staging
terraform:
  varFiles: [prod.tfvars]
  vars: { region: eu-west-1, zones: [a, b], count: 2 }
baseline: security/baseline.yaml
suppressions:
  - check: kubernetes/*
    resource: Deployment/legacy/*
    reason: retired in spring
    owner: platform
    expires: "2026-03-31"
ownChecks:
  - { id: own/team, title: No team, dimension: cost, severity: low, resources: Deployment, assert: "true" }
`;

async function load(text: string) {
  const { config, problems } = await loadConfig(new SourceFile('plinth.config.yaml', text));
  const said = problems.map(
    ({ kind, file, start, message }) => `${kind} ${file?.lineAt(start ?? 0)}: ${message}`,
  );
  return { config, said };
}

describe('loadConfig', () => {
  it('reads every key and fills in what is short for something longer', async () => {
    const { config, said } = await load(full);
    expect(said).toEqual([]);
    const { source, suppressions, ownChecks, ...rest } = config;
    expect(rest).toEqual({
      failOn: 'medium',
      failOnIncomplete: true,
      kubernetesVersion: '1.30',
      include: ['deploy'],
      exclude: ['**/testdata/**'],
      checks: {
        'kubernetes/memory-limit-missing': { severity: 'off' },
        'aws/*': { severity: 'low', paths: ['envs/prod'] },
      },
      environments: { 'envs/prod': { name: 'eu', production: true }, 'envs/stage': { name: 'staging' } },
      terraform: {
        varFiles: ['prod.tfvars'],
        vars: { region: 'eu-west-1', zones: '["a","b"]', count: '2' },
      },
      baseline: 'security/baseline.yaml',
    });
    expect(ownChecks).toMatchObject([{ id: 'own/team', resources: ['Deployment'], assert: 'true' }]);
    expect(suppressions[0]).toMatchObject({ check: 'kubernetes/*', owner: 'platform' });
  });

  it('says what is wrong, where, and what was meant, and keeps the rest', async () => {
    const { config, said } = await load(
      [
        'failon: high',
        'failOn: severe',
        'kubernetesVersion: 1.30',
        'exclude: vendor',
        'checks:',
        '  kubernetes/a: of',
        '  kubernetes/b: { sevrity: low }',
        '  kubernetes/c: low',
        'suppressions:',
        '  - check: kubernetes/a',
        '  - check: kubernetes/b',
        '    reason: known',
        '  - { check: kubernetes/c, reason: r, expires: 2026-02-30 }',
      ].join('\n'),
    );
    expect(said.sort()).toEqual([
      'configuration 10: suppressions[0].reason is missing',
      'configuration 13: suppressions[2].expires must be a day such as 2026-03-31',
      'configuration 1: unknown key "failon": did you mean "failOn"?',
      'configuration 2: failOn must be one of critical, high, medium, low, info, none',
      'configuration 3: kubernetesVersion must be text (write a number in quotes)',
      'configuration 4: exclude must be a list: put it in square brackets',
      'configuration 6: checks.kubernetes/a must be one of off, critical, high, medium, low, info, or a map',
      'configuration 7: unknown key "sevrity" in checks.kubernetes/b: did you mean "severity"?',
    ]);
    expect(config.failOn).toBe('high');
    expect(config.checks).toEqual({ 'kubernetes/c': { severity: 'low' } });
    expect(config.suppressions.map(({ check, source }) => [check, source.file.lineAt(source.start)])).toEqual(
      [['kubernetes/b', 11]],
    );
  });

  it('takes the defaults where there is nothing, and says why where it cannot be read', async () => {
    expect(await load('# nothing yet\n')).toEqual({ config: defaultConfig, said: [] });
    const list = await load('- a\n');
    expect(list).toEqual({ config: defaultConfig, said: ['configuration 1: the file must be a map'] });
    const broken = await load('failOn: [\n');
    expect(broken.config).toBe(defaultConfig);
    expect(broken.said).toHaveLength(1);
  });
});
