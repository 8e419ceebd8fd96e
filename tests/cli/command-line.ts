import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { run } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/host/terminal.ts';

/** What a command printed and answered. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A log file: nobody watches, no colours. */
const log = { colour: false, width: 100, watched: 0 };

/** Runs a command line in this process, as if it were written to a log. */
export function plinth(...args: readonly string[]): Promise<Ran> {
  return plinthOn(log, ...args);
}

/** The same on a terminal of another kind. */
export async function plinthOn(
  terminal: Partial<Pick<Terminal, 'colour' | 'width' | 'watched'>>,
  ...args: readonly string[]
): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await run(['node', 'plinth', ...args], {
    ...log,
    ...terminal,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

/** A folder of files for one test; it is gone afterwards. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'plinth-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Runs git in a folder, as nobody in particular. */
export function git(folder: string, ...args: readonly string[]): string {
  const somebody = [
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.com',
    '-c',
    'init.defaultBranch=main',
  ];
  return execFileSync('git', [...somebody, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

/** A pod with one high finding (kubernetes/privileged-container) and some milder ones. */
export const privilegedPod = `apiVersion: v1
kind: Pod
metadata:
  name: api
spec:
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
      securityContext:
        privileged: true
`;

/** Nothing to find fault with. */
export const soundManifest = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  LOG_LEVEL: info
`;

/** A manifest that cannot be read. */
export const broken = `${soundManifest}  LIST: [\n`;
