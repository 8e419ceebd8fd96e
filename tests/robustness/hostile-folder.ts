import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { run } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/host/terminal.ts';
import type { Report } from '../../src/report/report.ts';

export type Files = Readonly<Record<string, string | Buffer>>;

/** Two files with a finding each, to stand beside what is hostile: whatever that is, these findings must not be lost. */
export const good: Files = {
  'good/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: good
spec:
  selector: { matchLabels: { app: good } }
  template:
    metadata: { labels: { app: good } }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:latest
`,
  'good-terraform/main.tf': 'variable "password" {\n  default = "not-to-be-told-1"\n}\n',
};

/** A folder of its own for one test, which is gone afterwards. */
export function folderWith(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-robust-'));
  // Node's own rmSync gives up on some of what these tests make
  onTestFinished(() => {
    execFileSync('rm', ['-rf', folder]);
  });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, as a pipe would see it. */
export async function plinth(...args: readonly string[]): Promise<Said> {
  let stdout = '';
  let stderr = '';
  const terminal: Terminal = {
    out: (text) => {
      stdout += text;
    },
    err: (text) => {
      stderr += text;
    },
    colour: false,
    width: 100,
    watched: 0,
  };
  const code = await run(['node', 'plinth', ...args], terminal);
  return { code, stdout, stderr };
}

export interface Verified extends Said {
  readonly report: Report;
  /** `kind file:line message` of every problem */
  readonly problems: string[];
}

/** Verifies files beside the good ones: nothing of those may be lost, nothing may throw, and findings fail the run. */
export async function verifyBesideGood(files: Files, ...args: readonly string[]): Promise<Verified> {
  const verified = await verifyFolder(folderWith({ ...good, ...files }), ...args);
  const { report, code } = verified;
  const found = report.findings.map(({ check, file }) => `${file} ${check}`);
  expect(found).toContain('good/deployment.yaml kubernetes/image-tag-latest');
  expect(found).toContain('good-terraform/main.tf terraform/secret-default');
  expect(code).toBe(1);
  expect(report.problems.filter(({ kind }) => kind === 'internal')).toEqual([]);
  return verified;
}

export async function verifyFolder(folder: string, ...args: readonly string[]): Promise<Verified> {
  const said = await plinth('verify', folder, '--format', 'json', '--no-render', ...args);
  expect(said.stderr).toBe('');
  const report = JSON.parse(said.stdout) as Report;
  const problems = report.problems.map(
    ({ kind, file, startLine, message }) => `${kind} ${file}${startLine ? `:${startLine}` : ''} ${message}`,
  );
  return { ...said, report, problems };
}
