import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { folderWith, good, plinth } from './hostile-folder.ts';

const { PATH } = process.env;
let tools: string;

beforeEach(() => {
  tools = folderWith({});
  process.env['PATH'] = [tools, '/usr/bin', '/bin'].join(delimiter);
});

afterEach(() => {
  process.env['PATH'] = PATH;
});

/** Puts a script in the place of every renderer. */
function renderers(script: string): void {
  for (const name of ['kustomize', 'kubectl', 'helm']) {
    writeFileSync(join(tools, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(tools, name), 0o755);
  }
}

const manifest =
  'apiVersion: v1\nkind: Pod\nmetadata: { name: plain }\nspec: { containers: [{ name: a, image: "a:latest" }] }\n';
const rendered = {
  'overlay/kustomization.yaml': 'resources: [pod.yaml]\nnamePrefix: x-\n',
  'overlay/pod.yaml': manifest,
  'chart/Chart.yaml': 'apiVersion: v2\nname: chart\nversion: 1.0.0\n',
  'chart/values.yaml': 'a: b\n',
  'chart/templates/pod.yaml': manifest.replace('plain', '{{ .Values.a }}'),
};

async function verify(files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({ ...good, ...rendered, ...files });
  const { code, stdout } = await plinth('verify', folder, '--format', 'json');
  const report = JSON.parse(stdout) as Report;
  const found = report.findings.map(({ check, file }) => `${file} ${check}`);
  expect(found).toContain('good/deployment.yaml kubernetes/image-tag-latest');
  expect(code).toBe(1);
  expect(JSON.stringify(report.problems)).not.toContain(folder);
  return {
    report,
    folder,
    problems: report.problems.map(({ kind, file, message }) => `${kind} ${file} ${message}`),
  };
}

it.each([
  ['prints nothing', 'true'],
  ['prints what is no YAML', 'echo "{{{ : ]"'],
  ['prints bytes that are no text', "printf '\\000\\377\\376 a: b\\n'"],
  [
    'prints documents of other things',
    'printf -- "---\\n3\\n---\\n[1, 2]\\n---\\nnull\\n---\\nkind: 3\\napiVersion: {}\\n"',
  ],
  [
    'prints a bomb',
    `printf 'a: &a [x,x,x,x,x,x,x,x,x]\\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]\\n'`,
  ],
  [
    'prints comments that name files that are not there',
    'printf -- "---\\n# Source: chart/../../../etc/passwd\\napiVersion: v1\\nkind: Pod\\nmetadata: { name: x }\\n"',
  ],
])('a tool that %s loses nothing else', async (_, script) => {
  renderers(script);
  const { report } = await verify();
  expect(report.problems.filter(({ kind }) => kind === 'internal')).toEqual([]);
});

it.each([
  ['fails', 'echo "Error: it went wrong" >&2; exit 1', /failed: it went wrong/],
  ['fails without a word', 'exit 7', /failed: it ended with code 7/],
  ['is killed', 'kill -9 $$', /failed: it was ended by SIGKILL/],
  [
    'fails with colours and at length',
    "printf '\\033[31mred\\n' >&2; yes 'a long word' | head -c 100000 >&2; exit 1",
    /failed: .{0,420}$/,
  ],
])('a tool that %s is told for each overlay and chart', async (_, script, message) => {
  renderers(script);
  const { problems } = await verify();
  const told = problems.filter((problem) => problem.startsWith('tool '));
  expect(told.map((problem) => problem.split(' ')[1]).sort()).toEqual([
    'chart/Chart.yaml',
    'overlay/kustomization.yaml',
  ]);
  for (const problem of told) expect(problem).toMatch(message);
});

it('tools that are not there are told, and what they would render is not lost', async () => {
  const { problems, report } = await verify();
  expect(problems.join('\n')).toMatch(/^tool chart\/Chart\.yaml .*`helm` is not on PATH/m);
  expect(report.coverage.files.read).toBeGreaterThan(3);
});

it('nothing that lies in the repository is ever executed', async () => {
  const ran = join(tools, 'ran');
  const script = `#!/bin/sh\ntouch ${ran}\n`;
  const names = ['kustomize', 'kubectl', 'helm', 'git', 'terraform', 'tofu', 'node', 'sh', 'docker'];
  const files = Object.fromEntries(
    ['', 'overlay/', 'chart/', 'node_modules/.bin/', 'bin/'].flatMap((folder) =>
      names.map((name) => [`${folder}${name}`, script]),
    ),
  );
  const folder = folderWith({
    ...good,
    ...rendered,
    ...files,
    'package.json': JSON.stringify({ scripts: { prepare: `touch ${ran}`, test: `touch ${ran}` } }),
    'plinth.config.yaml': `exclude: ["$(touch ${ran})"]\n`,
    'plinth.config.js': `require('fs').writeFileSync(${JSON.stringify(ran)}, '')\n`,
    'main.tf': `data "external" "x" {\n  program = ["touch", "${ran}"]\n}\nresource "null_resource" "x" {\n  provisioner "local-exec" {\n    command = "touch ${ran}"\n  }\n}\n`,
    'overlay/kustomization.yaml':
      'resources: [pod.yaml]\ngenerators: [plugin.yaml]\ntransformers: [plugin.yaml]\n',
    'overlay/plugin.yaml': `apiVersion: example.com/v1\nkind: Plugin\nmetadata:\n  name: x\n  annotations:\n    config.kubernetes.io/function: |\n      exec: { path: ./kubectl }\n`,
    'chart/Chart.yaml': 'apiVersion: v2\nname: chart\nversion: 1.0.0\n',
    Makefile: `all:\n\ttouch ${ran}\n`,
  });
  for (const name of names)
    for (const at of ['', 'overlay/', 'chart/', 'node_modules/.bin/', 'bin/'])
      chmodSync(join(folder, at + name), 0o755);
  const start = process.cwd();
  process.env['PATH'] = [
    '.',
    '',
    join(folder, 'node_modules/.bin'),
    join(folder, 'bin'),
    folder,
    '/usr/bin',
    '/bin',
  ].join(delimiter);
  process.chdir(folder);
  try {
    await plinth('verify', '.');
    await plinth('graph', '.');
    await plinth('fix', '.', '--dry-run');
  } finally {
    process.chdir(start);
  }
  expect(existsSync(ran)).toBe(false);
});

it("nothing that a repository's own git configuration names is executed", async () => {
  const ran = join(tools, 'ran');
  const folder = folderWith({ ...good, '.gitattributes': '* filter=own diff=own\n', 'plain.yaml': manifest });
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      stdio: 'pipe',
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'a');
  const program = join(tools, 'program');
  writeFileSync(program, `#!/bin/sh\necho "$@" >> ${ran}\ncat\n`);
  chmodSync(program, 0o755);
  mkdirSync(join(tools, 'hooks'));
  for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction']) {
    writeFileSync(join(tools, 'hooks', hook), `#!/bin/sh\ntouch ${ran}\n`);
    chmodSync(join(tools, 'hooks', hook), 0o755);
  }
  const settings = {
    'core.fsmonitor': program,
    'core.hooksPath': join(tools, 'hooks'),
    'core.sshCommand': program,
    'core.pager': program,
    'filter.own.smudge': program,
    'filter.own.clean': program,
    'filter.own.required': 'true',
    'diff.own.command': program,
    'diff.own.textconv': program,
    'diff.external': program,
  };
  for (const [name, value] of Object.entries(settings)) git('config', name, value);
  writeFileSync(join(folder, 'plain.yaml'), manifest.replace('latest', '1'));
  rmSync(ran, { force: true });
  const { code } = await plinth('verify', folder, '--no-render', '--changed-since', 'HEAD');
  expect(code).toBe(0);
  expect(existsSync(ran)).toBe(false);
});

it('a remote base is fetched from nowhere', async () => {
  const log = join(tools, 'calls');
  renderers(`echo "$0 $@" >> ${log}; exit 1`);
  const { problems } = await verify({
    'remote/kustomization.yaml':
      'resources: ["https://example.com/org/repo//base?ref=main", "git@example.com:org/repo.git"]\n',
    'remote-chart/Chart.yaml':
      'apiVersion: v2\nname: remote\nversion: 1.0.0\ndependencies: [{ name: x, version: 1.0.0, repository: "https://example.com/charts" }]\n',
    'remote-chart/templates/a.yaml': manifest,
  });
  const calls = existsSync(log) ? readFileSync(log, 'utf8') : '';
  expect(calls).not.toMatch(/remote/);
  for (const file of ['remote/kustomization.yaml', 'remote-chart/Chart.yaml'])
    expect(problems.some((problem) => problem.includes(` ${file} `))).toBe(true);
});

it('a link in the place of an overlay does not lead a tool out of the repository', async () => {
  const log = join(tools, 'calls');
  renderers(`pwd >> ${log}; exit 1`);
  const { folder } = await verify();
  mkdirSync(join(folder, 'x'));
  const places = readFileSync(log, 'utf8').trim().split('\n');
  expect(new Set(places).size).toBe(1);
  expect(places[0]!.endsWith(folder.split('/').at(-1)!)).toBe(true);
});
