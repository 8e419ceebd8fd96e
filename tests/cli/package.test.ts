import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { privilegedPod, write } from './command-line.ts';

/** What users get: the package as npm packs it, installed into an empty folder, without anything to develop. */
const project = resolve(import.meta.dirname, '../..');
const place = mkdtempSync(join(tmpdir(), 'plinth-package-'));
const home = join(place, 'user');
const command = join(home, 'node_modules/.bin/plinth');
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };

beforeAll(() => {
  const staged = join(place, 'staged');
  mkdirSync(staged);
  for (const name of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'])
    cpSync(join(project, name), join(staged, name));
  execFileSync(process.execPath, [join(project, 'scripts/build.mjs'), join(staged, 'dist')], {
    stdio: 'pipe',
  });
  // without its scripts, which would build once more into the project
  npm(staged, 'pack', '--ignore-scripts', '--pack-destination', place);
  write(home, { 'package.json': '{ "name": "user", "private": true }', 'infra/pod.yaml': privilegedPod });
  npm(home, 'install', '--offline', '--no-audit', '--no-fund', join(place, `plinth-${version}.tgz`));
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

function npm(cwd: string, ...args: readonly string[]): void {
  execFileSync('npm', args, { cwd, stdio: 'pipe' });
}

const { NO_COLOR, FORCE_COLOR, ...withoutColours } = process.env;

/** Runs the installed command as a process of its own. */
function plinth(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: home,
    encoding: 'utf8',
    env: { ...withoutColours, ...env },
  });
  return { code: status, out: stdout, err: stderr };
}

it('brings no dependency along, and the licences of what is bundled', () => {
  expect(readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['plinth']);
  const notices = readFileSync(join(home, 'node_modules/plinth/dist/NOTICES.txt'), 'utf8');
  for (const name of ['commander', 'js-yaml', 'zod', 're2js', 'diff'])
    expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
});

it('tells the version of the package', () => {
  expect(plinth(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

it('verifies, explains, draws and mends', () => {
  const verdict = plinth(['verify', 'infra']);
  expect([verdict.code, verdict.err]).toEqual([1, '']);
  expect(verdict.out).toMatch(/infra\/pod\.yaml:10 {2}Pod\/api/);
  expect(plinth(['explain', 'CKV_K8S_16']).out).toMatch(/^kubernetes\/privileged-container\n/);
  expect(plinth(['graph', 'infra', '--format', 'mermaid']).out).toMatch(/^flowchart LR\n/);
  const diff = plinth(['fix', 'infra', '--dry-run', '--unsafe']);
  expect([diff.code, diff.out]).toEqual([0, expect.stringMatching(/^--- a\/infra\/pod\.yaml\n/)]);
  expect(plinth(['verify', 'nowhere']).code).toBe(2);
});

it('renders every format', () => {
  for (const format of ['text', 'json', 'sarif', 'junit', 'markdown', 'html', 'github', 'gitlab'])
    expect(plinth(['verify', 'infra', '--format', format]).out, format).toContain(
      'kubernetes/privileged-container',
    );
});

it('reads HCL, other YAML, Dockerfiles, workflows and a configuration', () => {
  const folder = join(home, 'all');
  write(folder, {
    'main.tf': 'variable "x" {}\noutput "y" { value = regex("a+", "aa") }\n',
    'odd.yaml': '%YAML 1.2\n---\n? apiVersion\n: v1\nkind: !!str ConfigMap\nmetadata: { name: x }\n',
    Dockerfile: 'FROM debian\n',
    '.github/workflows/ci.yaml': 'on: push\njobs: { a: { runs-on: ubuntu-24.04, steps: [{ run: ls }] } }\n',
    'plinth.config.yaml': 'exclude: ["**/vendor"]\nfailOn: none\n',
  });
  const { code, out } = plinth(['verify', 'all', '--format', 'json']);
  const { summary, problems } = JSON.parse(out) as { summary: { files: number }; problems: unknown[] };
  expect([code, summary.files, problems]).toEqual([0, 4, []]);
});

it('colours only where NO_COLOR and FORCE_COLOR have it so', () => {
  const colours = (env: NodeJS.ProcessEnv) => plinth(['verify', 'infra'], env).out.includes('\u001b[');
  expect(colours({})).toBe(false);
  expect(colours({ FORCE_COLOR: '1' })).toBe(true);
  expect(colours({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
});

it('ends in peace where its reader goes away', () => {
  write(home, { 'many/all.yaml': Array.from({ length: 300 }, () => privilegedPod).join('---\n') });
  const script = `"${command}" verify many --verbose --format json | head -c 8; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: home, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^\{\n {2}"sch1\n$/);
});

it('leaves nothing behind where it is interrupted', async () => {
  const [temporary, tools] = [join(place, 'temporary'), join(place, 'tools')];
  mkdirSync(temporary);
  write(tools, { kustomize: '#!/bin/sh\nsleep 20\n' });
  chmodSync(join(tools, 'kustomize'), 0o755);
  write(home, { 'overlay/kustomization.yaml': 'resources: [pod.yaml]\n', 'overlay/pod.yaml': privilegedPod });
  const env = { ...process.env, TMPDIR: temporary, PATH: `${tools}:${process.env['PATH']}` };
  const child = spawn(command, ['fix', 'overlay', '--dry-run'], { cwd: home, env, stdio: 'ignore' });
  const ended = new Promise((done) => child.on('exit', (_, signal) => done(signal)));
  while (readdirSync(temporary).length === 0) await new Promise((wait) => setTimeout(wait, 20));
  child.kill('SIGINT');
  expect(await ended).toBe('SIGINT');
  expect(readdirSync(temporary)).toEqual([]);
});

const script =
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;
it.skipIf(!script)(
  'shows progress on a terminal, and keeps it out of the output (needs util-linux script)',
  () => {
    const run = `stty cols 80; "${command}" verify infra --format json > out.json`;
    const { stdout } = spawnSync('script', ['--quiet', '--command', run, '/dev/null'], {
      cwd: home,
      encoding: 'utf8',
    });
    expect(stdout).toContain('\r\u001b[2Kjudging ...');
    expect(stdout.trimEnd().endsWith('\r\u001b[2K')).toBe(true);
    expect(JSON.parse(readFileSync(join(home, 'out.json'), 'utf8'))).toHaveProperty('schema', '1.0');
    const dumb = `TERM=dumb "${command}" verify infra --format json > out.json`;
    expect(
      spawnSync('script', ['--quiet', '--command', dumb, '/dev/null'], { cwd: home, encoding: 'utf8' })
        .stdout,
    ).toBe('');
  },
);

it('is a library with types, and the same answer as --format json', () => {
  writeFileSync(
    join(home, 'use.mts'),
    `import { type Report, UserError, verify, type VerifyOptions } from 'plinth';

const options: VerifyOptions = { failOn: 'medium', only: ['kubernetes/*'], onProgress: (stage: string) => stage };
const report: Report = await verify('infra', options);
const worst: 'critical' | 'high' | 'medium' | 'low' | 'info' | undefined = report.findings[0]?.severity;
const error = await verify('nowhere').catch((reason: unknown) => reason);
const hint: string | undefined = error instanceof UserError ? error.hint : undefined;
console.log(JSON.stringify({ worst, wrong: error instanceof UserError, hint, report }));
// @ts-expect-error a severity there is not
await verify('infra', { failOn: 'terrible' }).catch(() => {});
`,
  );
  const compiler = join(project, 'node_modules/typescript/bin/tsc');
  const settings = [
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--lib',
    'es2023,dom',
    '--types',
    '',
    '--noEmitOnError',
  ];
  execFileSync(process.execPath, [compiler, ...settings, 'use.mts'], { cwd: home, stdio: 'pipe' });
  const said = JSON.parse(
    execFileSync(process.execPath, ['use.mjs'], { cwd: home, encoding: 'utf8' }),
  ) as object;
  const json = plinth([
    'verify',
    'infra',
    '--format',
    'json',
    '--fail-on',
    'medium',
    '--check',
    'kubernetes/*',
  ]).out;
  expect(said).toEqual({ worst: 'high', wrong: true, report: JSON.parse(json) });
});

it('publishes the schemas that the README names', () => {
  const find = `console.log(['report', 'config'].map((name) => require.resolve('plinth/schema/' + name + '.json')).join())`;
  const paths = execFileSync(process.execPath, ['-e', find], { cwd: home, encoding: 'utf8' })
    .trim()
    .split(',');
  for (const path of paths) expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveProperty('$schema');
});
