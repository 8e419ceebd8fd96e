import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { folderWith, plinth, privilegedPod, write } from './command-line.ts';

async function reportOf(folder: string, ...args: string[]): Promise<Report> {
  return JSON.parse((await plinth('verify', folder, '--format', 'json', ...args)).out) as Report;
}

it('takes all present findings, so that only new ones fail', async () => {
  const folder = folderWith({ 'pod.yaml': privilegedPod });
  const { summary } = await reportOf(folder);
  const written = await plinth('verify', folder, '--update-baseline');
  expect(written).toEqual({
    code: 0,
    out: `wrote ${summary.findings} findings to ${folder}/plinth.baseline.yaml: give each an owner and a reason\n`,
    err: '',
  });
  expect((await plinth('verify', folder)).code).toBe(0);
  const after = await reportOf(folder);
  expect([after.summary.findings, after.summary.baselined]).toEqual([0, summary.findings]);
  write(folder, { 'second.yaml': privilegedPod.replace('name: api', 'name: second') });
  expect((await plinth('verify', folder)).code).toBe(1);
});

it('keeps owner, reason and day of what stays, and says what came and went', async () => {
  const folder = folderWith({ 'pod.yaml': privilegedPod });
  const path = join(folder, 'plinth.baseline.yaml');
  await plinth('verify', folder, '--update-baseline');
  const terms = 'owner: team-a\n    reason: until the driver is replaced\n    expires: "2099-12-31"\n';
  const edited = readFileSync(path, 'utf8').replace(
    /(check: kubernetes\/privileged-container\n.*\n)/,
    `$1    ${terms}`,
  );
  writeFileSync(path, edited);
  expect((await plinth('verify', folder)).code).toBe(0);
  write(folder, {
    'pod.yaml': privilegedPod.replace('      image: ', '      imagePullPolicy: Always\n      image: '),
  });
  const { out } = await plinth('verify', folder, '--update-baseline');
  expect(out).toMatch(/\(\d+ new, \d+ gone\)/);
  expect(readFileSync(path, 'utf8')).toContain(
    'owner: team-a\n    reason: until the driver is replaced\n    expires: ',
  );
});

it('counts a finding again when its day is over, and tells of entries that match nothing', async () => {
  const folder = folderWith({ 'pod.yaml': privilegedPod });
  const path = join(folder, 'plinth.baseline.yaml');
  await plinth('verify', folder, '--update-baseline');
  const text = readFileSync(path, 'utf8').replace(
    /(check: kubernetes\/privileged-container\n)/,
    '$1    expires: "2020-01-31"\n',
  );
  writeFileSync(path, `${text}  - fingerprint: 0123456789abcdef\n    check: kubernetes/run-as-root\n`);
  const report = await reportOf(folder);
  expect(report.summary.outcome).toBe('fail');
  expect(report.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('ended on 2020-01-31: the finding counts again'),
    expect.stringContaining('kubernetes/run-as-root matches no finding any more'),
  ]);
});

it('is written from a whole view only', async () => {
  const folder = folderWith({ 'pod.yaml': privilegedPod });
  for (const option of ['--check=kubernetes/*', '--exclude=x', '--changed-since=HEAD', '--format=json']) {
    const { code, err } = await plinth('verify', folder, '--update-baseline', option);
    expect(code, option).toBe(2);
    expect(err, option).toMatch(/--update-baseline (cannot be used with|prints no report)/);
  }
});

it('may lie elsewhere', async () => {
  const place = folderWith({ 'infra/pod.yaml': privilegedPod });
  const [infra, elsewhere] = [join(place, 'infra'), join(place, 'known.yaml')];
  expect((await plinth('verify', infra, '--baseline', elsewhere, '--update-baseline')).out).toContain(
    elsewhere,
  );
  expect((await plinth('verify', infra, '--baseline', elsewhere)).code).toBe(0);
  expect((await plinth('verify', infra)).code).toBe(1);
  expect((await plinth('fix', infra, '--dry-run')).code).toBe(0);
});
