import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runTool } from './run-tool.ts';

let place: string;
const { PATH } = process.env;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'plinth-tool-'));
  mkdirSync(join(place, 'repository'));
  mkdirSync(join(place, 'bin'));
  process.env['PATH'] = [join(place, 'bin'), PATH].join(delimiter);
});

afterEach(() => {
  process.env['PATH'] = PATH;
  rmSync(place, { recursive: true, force: true });
});

function program(path: string, script: string): void {
  writeFileSync(join(place, path), `#!/bin/sh\n${script}\n`);
  chmodSync(join(place, path), 0o755);
}

function run(tool: string, args: readonly string[] = [], seconds = 20) {
  return runTool(tool, args, { cwd: join(place, 'repository'), seconds });
}

it('gives what a tool prints, and runs it in the folder', async () => {
  program('bin/tool', 'echo "$1 in $(basename "$PWD")"');
  expect(await run('tool', ['x; echo y'])).toEqual({ outcome: 'done', stdout: 'x; echo y in repository\n' });
});

it('tells a tool that is not there from one that fails, and how it ended where it says nothing', async () => {
  program('bin/complains', 'echo no >&2; exit 3');
  program('bin/silent', 'exit 3');
  program('bin/killed', 'kill -9 $$');
  expect(await run('plinth-no-such-tool')).toEqual({ outcome: 'missing' });
  expect(await run('complains')).toEqual({ outcome: 'failed', stderr: 'no\n' });
  expect(await run('silent')).toEqual({ outcome: 'failed', stderr: 'it ended with code 3' });
  expect(await run('killed')).toEqual({ outcome: 'failed', stderr: 'it was ended by SIGKILL' });
  expect(await run('silent', ['\0'])).toMatchObject({ outcome: 'failed' });
});

it('ends a tool that hangs, also where a child of it holds on to its output', async () => {
  program('bin/hangs', 'exec sleep 300');
  program('bin/leaves-a-child', 'sleep 30 & sleep 300');
  expect(await run('hangs', [], 0.2)).toEqual({ outcome: 'timeout' });
  expect(await run('leaves-a-child', [], 0.2)).toEqual({ outcome: 'timeout' });
});

it('ends a tool that prints without end, and does not keep all that it complains', async () => {
  program('bin/prints', 'yes');
  program('bin/complains', 'yes | head -c 1000000 >&2; exit 1');
  expect(await run('prints')).toEqual({ outcome: 'failed', stderr: 'it printed more than 64 MiB' });
  const failed = await run('complains');
  expect(failed.outcome === 'failed' && failed.stderr.length < 200_000).toBe(true);
});

it('never runs what lies in the repository, however PATH leads there', async () => {
  program('repository/tool', `touch ${join(place, 'ran')}`);
  for (const path of ['.', '', 'repository', join(place, 'repository'), `${place}/bin/../repository`]) {
    process.env['PATH'] = path;
    expect([path, await run('tool')]).toEqual([path, { outcome: 'missing' }]);
  }
  expect(existsSync(join(place, 'ran'))).toBe(false);
});

it("hands over no credentials of the user's", async () => {
  process.env['AWS_SECRET_ACCESS_KEY'] = 'not to be seen';
  program('bin/tool', 'env');
  const done = await run('tool');
  delete process.env['AWS_SECRET_ACCESS_KEY'];
  expect(done.outcome === 'done' && done.stdout).toMatch(/KUBECONFIG=\/dev\/null/);
  expect(JSON.stringify(done)).not.toContain('not to be seen');
});
