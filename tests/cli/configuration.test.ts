import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { broken, folderWith, plinth, privilegedPod, soundManifest } from './command-line.ts';

const privileged = 'kubernetes/privileged-container';

/** The report of a folder with a configuration, and the exit code. */
async function under(
  config: string,
  files: Readonly<Record<string, string>> = { 'pod.yaml': privilegedPod },
): Promise<Report & { readonly code: number }> {
  const { code, out } = await plinth(
    'verify',
    folderWith({ ...files, 'plinth.config.yaml': config }),
    '--format',
    'json',
  );
  return { code, ...(JSON.parse(out) as Report) };
}

describe('each key of plinth.config.yaml', () => {
  it('failOn', async () => {
    expect((await under('failOn: critical')).code).toBe(0);
    expect((await under('failOn: medium')).code).toBe(1);
  });

  it('failOnIncomplete', async () => {
    const files = { 'a.yaml': soundManifest, 'b.yaml': broken };
    expect((await under('failOnIncomplete: false', files)).code).toBe(0);
    expect((await under('failOnIncomplete: true', files)).code).toBe(3);
  });

  it('kubernetesVersion', async () => {
    const ingress =
      'apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\nmetadata: { name: x }\nspec: { minAvailable: 1 }\n';
    const removedIn = async (version: string) =>
      (await under(`kubernetesVersion: "${version}"`, { 'x.yaml': ingress })).findings.map(
        ({ check }) => check,
      );
    expect(await removedIn('1.33')).toContain('kubernetes/api-removed');
    expect(await removedIn('1.20')).not.toContain('kubernetes/api-removed');
  });

  it('include and exclude', async () => {
    const files = {
      'infra/pod.yaml': privilegedPod,
      'vendor/pod.yaml': privilegedPod,
      'old/pod.yaml': privilegedPod,
    };
    const pathsOf = ({ findings }: Report) => [...new Set(findings.map(({ file }) => file))].sort();
    expect(pathsOf(await under('exclude: [vendor]', files))).toEqual(['infra/pod.yaml', 'old/pod.yaml']);
    expect(pathsOf(await under('include: ["infra/**", "vendor/**"]\nexclude: ["ven*"]', files))).toEqual([
      'infra/pod.yaml',
    ]);
  });

  it('checks', async () => {
    const severityOf = async (config: string) =>
      (await under(config)).findings.find(({ check }) => check === privileged)?.severity;
    expect(await severityOf('{}')).toBe('high');
    expect(await severityOf(`checks: { ${privileged}: off }`)).toBeUndefined();
    expect(await severityOf(`checks: { ${privileged}: low }`)).toBe('low');
    expect(await severityOf('checks: { kubernetes/*: info }')).toBe('info');
    expect(await severityOf(`checks: { kubernetes/*: info, ${privileged}: critical }`)).toBe('critical');
    expect(await severityOf(`checks: { ${privileged}: { severity: low, paths: [other] } }`)).toBeUndefined();
  });

  it('environments', async () => {
    const { coverage } = await under('environments: { clusters/fra1: { name: fra1, production: true } }', {
      'clusters/fra1/pod.yaml': privilegedPod,
    });
    expect(coverage.units.map(({ environment }) => environment)).toEqual(['fra1']);
  });

  it('terraform', async () => {
    const bucket = (name: string) => `variable "name" { type = string }
resource "aws_s3_bucket" "one" { bucket = ${name} }
resource "aws_s3_bucket_acl" "one" {
  bucket = aws_s3_bucket.one.id
  acl    = var.name
}
`;
    const files = { 'main.tf': bucket('"x"'), 'values/shared.tfvars': 'name = "public-read"\n' };
    const acl = async (config: string) =>
      (await under(config, files)).findings.some(({ check }) => check === 'aws/s3-public-acl');
    expect(await acl('terraform: { vars: { name: public-read } }')).toBe(true);
    expect(await acl('terraform: { vars: { name: private } }')).toBe(false);
    expect(await acl('terraform: { varFiles: [values/shared.tfvars] }')).toBe(true);
  });

  it('baseline', async () => {
    const folder = folderWith({
      'pod.yaml': privilegedPod,
      'plinth.config.yaml': 'baseline: known/findings.yaml\n',
      'known/x': '',
    });
    expect((await plinth('verify', folder, '--update-baseline')).out).toContain('known/findings.yaml');
    expect((await plinth('verify', folder)).code).toBe(0);
  });

  it('suppressions', async () => {
    const { suppressed, findings } = await under(
      `suppressions: [{ check: ${privileged}, resource: Pod/*, reason: driver, owner: team-a, expires: 2099-01-01 }]`,
    );
    expect(suppressed.map(({ check, by }) => [check, by.reason])).toEqual([[privileged, 'driver']]);
    expect(findings.map(({ check }) => check)).not.toContain(privileged);
  });
});

describe('what is wrong in it', () => {
  it('is told at its line, and leaves the rest standing', async () => {
    const { problems, findings } = await under(`failOn: medum
checks:
  kubernetes/privileged-containr: off
  kubernetes/run-as-root: off
nonsense: true
suppressions:
  - check: ${privileged}
    reason: ""
  - check: kubernetes/memory-limit-missing
    reason: nothing to hide
    resource: Pod/other
  - check: kubernetes/*
    reason: over
    expires: 2020-01-01
`);
    expect(problems.map(({ startLine, message }) => [startLine, message.split(':')[0]])).toEqual([
      [1, 'failOn must be one of critical, high, medium, low, info, none'],
      [8, 'suppressions[0].reason must not be empty'],
      [5, 'unknown key "nonsense"'],
      [3, 'there is no check "kubernetes/privileged-containr"'],
      [9, 'the suppression of kubernetes/memory-limit-missing hides nothing'],
      [12, 'the suppression of kubernetes/* ended on 2020-01-01 and no longer hides anything'],
    ]);
    expect(
      problems.every(({ file, kind }) => file === 'plinth.config.yaml' && kind === 'configuration'),
    ).toBe(true);
    const checks = findings.map(({ check }) => check);
    expect(checks).toContain(privileged);
    expect(checks).not.toContain('kubernetes/run-as-root');
  });

  it('answers 2 where the run would pass: the threshold may be what was mistyped', async () => {
    const files = { 'settings.yaml': soundManifest };
    expect((await under('failOn: lo', files)).code).toBe(2);
    expect((await under('failOn: [', files)).code).toBe(2);
    expect((await under('failOn: lo')).code).toBe(1);
    const told = await plinth('verify', folderWith({ ...files, 'plinth.config.yaml': 'failOn: lo' }));
    expect(told.err).toBe('plinth: 1 fault in the configuration, so this is not a pass: see the problems\n');
  });
});

it('is taken from where --config says, also outside of the folder', async () => {
  const place = folderWith({
    'company.yaml': 'failOn: critical\n',
    'infra/pod.yaml': privilegedPod,
    'infra/own.yaml': 'failOn: low',
  });
  const infra = join(place, 'infra');
  expect((await plinth('verify', infra, '--config', join(place, 'company.yaml'))).code).toBe(0);
  expect((await plinth('verify', infra, '--config', '../company.yaml')).code).toBe(0);
  expect((await plinth('verify', infra, '--config', 'own.yaml')).code).toBe(1);
  expect((await plinth('verify', infra, '--config', 'own.yaml', '--fail-on', 'critical')).code).toBe(0);
});

it('hides what a comment in the code accepts, and tells of one that hides nothing', async () => {
  const accepted = privilegedPod.replace(
    '        privileged',
    `        # plinth:ignore ${privileged} it is the driver\n        privileged`,
  );
  const verdict = await plinth('verify', folderWith({ 'pod.yaml': accepted }), '--format', 'json');
  const report = JSON.parse(verdict.out) as Report;
  expect(verdict.code).toBe(0);
  expect(report.suppressed.map(({ check, by }) => [check, by.line, by.reason])).toEqual([
    [privileged, 10, 'it is the driver'],
  ]);
  const idle = soundManifest.replace('\ndata:', `\n# plinth:ignore ${privileged} for nothing\ndata:`);
  const { out } = await plinth('verify', folderWith({ 'a.yaml': idle, 'pod.yaml': privilegedPod }));
  expect(out).toMatch(/plinth:ignore hides nothing[\s\S]*a\.yaml:5/);
});
