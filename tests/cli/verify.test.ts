import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError, verify } from '../../src/index.ts';
import { formats } from '../../src/report/formats.ts';
import { broken, folderWith, plinth, plinthOn, privilegedPod, soundManifest } from './command-line.ts';

const example = join(import.meta.dirname, '../../examples/online-store');

describe('formats', () => {
  it('writes several at once, each to its own file, and prints the one that has none', async () => {
    const folder = folderWith({ 'infra/pod.yaml': privilegedPod });
    const names = Object.keys(formats);
    const asked = names.flatMap((name) => ['--format', name, '--output', join(folder, `report.${name}`)]);
    const { code, out } = await plinth('verify', join(folder, 'infra'), ...asked, '--format', 'text');
    expect(code).toBe(1);
    expect(out).toMatch(/^FAIL {2}1 of \d+ findings is high/m);
    for (const name of names)
      expect(readFileSync(join(folder, `report.${name}`), 'utf8'), name).toContain(
        'kubernetes/privileged-container',
      );
    expect(
      readdirSync(folder).filter((name) => !/^(infra|report\.)/.test(name) || name.includes('plinth-')),
    ).toEqual([]);
  });

  it('takes the output before its format too', async () => {
    const folder = folderWith({ 'infra/pod.yaml': privilegedPod });
    const path = join(folder, 'report.json');
    const { out } = await plinth('verify', join(folder, 'infra'), '--output', path, '--format', 'json');
    expect(out).toBe('');
    expect(JSON.parse(readFileSync(path, 'utf8')).summary.outcome).toBe('fail');
  });

  it('prints annotations and text side by side, as a workflow wants them', async () => {
    const folder = folderWith({ 'pod.yaml': privilegedPod });
    const { code, out } = await plinth('verify', folder, '--format', 'github', '--format', 'text');
    expect(code).toBe(1);
    expect(out).toMatch(/^::error /m);
    expect(out).toMatch(/^FAIL /m);
  });

  it('prints nothing but the document', async () => {
    const folder = folderWith({ 'pod.yaml': privilegedPod });
    const { out, err } = await plinthOn({ watched: 80, colour: true }, 'verify', folder, '--format', 'json');
    expect(JSON.parse(out).tool.name).toBe('plinth');
    expect(err.replaceAll(/\r\u001b\[2K[^\r]*/g, '')).toBe('');
  });
});

describe('text', () => {
  it.each([80, 120])('fits %i columns but for what cannot be broken', async (width) => {
    const { out } = await plinthOn({ width }, 'verify', example, '--no-render', '--verbose');
    const long = out
      .split('\n')
      .filter((line) => line.length > width && /\S\s+\S.*\s/.test(line.slice(width)));
    expect(out.split('\n').length).toBeGreaterThan(100);
    expect(long).toEqual([]);
  });

  it('has colours on a terminal that shows them, and none elsewhere', async () => {
    const folder = folderWith({ 'pod.yaml': privilegedPod });
    const sequence = '\u001b[';
    expect((await plinthOn({ colour: true }, 'verify', folder)).out).toContain(sequence);
    expect((await plinth('verify', folder)).out).not.toContain(sequence);
    const file = join(folder, 'report.txt');
    await plinthOn({ colour: true }, 'verify', folder, '--format', 'text', '--output', file);
    expect(readFileSync(file, 'utf8')).not.toContain(sequence);
  });

  it('is quiet when asked', async () => {
    const folder = folderWith({ 'pod.yaml': privilegedPod });
    const { out, err } = await plinthOn({ watched: 80 }, 'verify', folder, '--quiet');
    expect(out).toContain('kubernetes/privileged-container');
    expect(out).not.toContain('Dimension');
    expect(err).toBe('');
    const clean = await plinth('verify', folderWith({ 'settings.yaml': soundManifest }), '-q');
    expect(clean.out.trim().split('\n')).toHaveLength(1);
  });

  it('shows each stage where somebody watches, and takes it away', async () => {
    const folder = folderWith({ 'pod.yaml': privilegedPod });
    const { err } = await plinthOn({ watched: 80 }, 'verify', folder);
    expect(err).toContain('reading 1 file ...');
    expect(err).toContain('judging ...');
    expect(err.endsWith('\r\u001b[2K')).toBe(true);
    expect((await plinth('verify', folder)).err).toBe('');
  });
});

describe('--check', () => {
  const checksIn = async (...args: string[]) => {
    const { out } = await plinth(
      'verify',
      folderWith({ 'pod.yaml': privilegedPod }),
      '--format',
      'json',
      ...args,
    );
    return [...new Set(JSON.parse(out).findings.map(({ check }: { check: string }) => check))].sort();
  };

  it('takes ids, families and ids of other tools', async () => {
    expect(await checksIn('--check', 'kubernetes/privileged-container')).toEqual([
      'kubernetes/privileged-container',
    ]);
    expect(await checksIn('--check', 'CKV_K8S_16')).toEqual(['kubernetes/privileged-container']);
    expect(await checksIn('--check', 'dockerfile/*')).toEqual([]);
    const both = await checksIn('--check', 'CKV_K8S_16', '--check', 'kubernetes/run-as-root');
    expect(both).toEqual(['kubernetes/privileged-container', 'kubernetes/run-as-root']);
    expect((await checksIn('--check', 'kubernetes/*')).length).toBeGreaterThan(4);
  });
});

describe('the library', () => {
  it('gives what --format json prints', async () => {
    const report = await verify(example, { render: false, failOn: 'medium' });
    const { code, out } = await plinth(
      'verify',
      example,
      '--no-render',
      '--fail-on',
      'medium',
      '--format',
      'json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual(report);
    expect(report.findings.length).toBeGreaterThan(10);
  });

  it('throws wrong usage as UserError, with what to do', async () => {
    const wrong = verify('no/such/folder');
    await expect(wrong).rejects.toBeInstanceOf(UserError);
    await expect(wrong).rejects.toThrow('there is no folder no/such/folder');
    await expect(verify(example, { only: ['kubernetes/run-as-rot'] })).rejects.toMatchObject({
      name: 'UserError',
      hint: 'did you mean kubernetes/run-as-root?',
    });
    await expect(verify(example, { baseline: 'no.yaml' })).rejects.toBeInstanceOf(UserError);
  });

  it('takes a broken file as a problem, not as an error', async () => {
    const folder = folderWith({ 'a.yaml': soundManifest, 'b.yaml': broken });
    const { problems, summary } = await verify(folder);
    expect(problems).toMatchObject([{ kind: 'unreadable', file: 'b.yaml' }]);
    expect(summary.outcome).toBe('pass');
  });
});
