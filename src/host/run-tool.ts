import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { ToolRun } from '../model/repository.ts';
import { within } from './root.ts';

/** Output beyond this is no manifest of anything: 64 MiB. */
const largestOutput = 64 * 1024 * 1024;
/** Of what a tool says of its failure the beginning is enough: 64 KiB. */
const longestComplaint = 64 * 1024;

/** Repositories that are looked at in a copy elsewhere, for as long as that takes. */
const copied = new Set<string>();

/** Distrusts a repository while a copy of it is looked at: no tool out of it is run there either. */
export async function whileCopied<T>(folder: string, use: () => Promise<T>): Promise<T> {
  const real = realpathSync(folder);
  const isFirst = !copied.has(real);
  copied.add(real);
  try {
    return await use();
  } finally {
    if (isFirst) copied.delete(real);
  }
}

/**
 * Runs a tool without a shell, without the user's cluster or cloud credentials, and ends it when its time is over.
 * Only tools from outside of the folder are run: what lies in a repository is never executed.
 */
export async function runTool(
  tool: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly seconds: number },
): Promise<ToolRun> {
  const folders = foldersOfPath();
  const path = find(tool, folders, options.cwd);
  if (path === undefined) return { outcome: 'missing' };
  if (args.some((argument) => argument.includes('\0')))
    return { outcome: 'failed', stderr: 'an argument holds a null character' };
  // most runs start no process, and loading it takes milliseconds
  const { spawn } = await import('node:child_process');
  return new Promise((settle) => {
    const child = spawn(path, args, {
      cwd: options.cwd,
      env: environment(folders),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stdout = new Output(largestOutput);
    const stderr = new Output(longestComplaint);
    const end = (run: ToolRun) => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      // a process that the tool has left behind may hold them open
      child.stdout.destroy();
      child.stderr.destroy();
      settle(run);
    };
    const timer = setTimeout(() => end({ outcome: 'timeout' }), options.seconds * 1000);
    child.stdout.on('data', (chunk: Buffer) => {
      if (stdout.add(chunk)) return;
      const limit = `it printed more than ${largestOutput / 1024 / 1024} MiB`;
      end({ outcome: 'failed', stderr: limit });
    });
    child.stderr.on('data', (chunk: Buffer) => stderr.add(chunk));
    child.on('error', ({ message }) => end({ outcome: 'failed', stderr: message }));
    child.on('close', (code, signal) => {
      if (code === 0) end({ outcome: 'done', stdout: stdout.text });
      else {
        const how = signal ? `it was ended by ${signal}` : `it ended with code ${code}`;
        end({ outcome: 'failed', stderr: stderr.text.trim() === '' ? how : stderr.text });
      }
    });
  });
}

/** What a stream gave, up to a number of bytes. */
class Output {
  private readonly chunks: Buffer[] = [];
  private size = 0;

  constructor(private readonly largest: number) {}

  /** @returns whether there is room for more; what is too much is not kept */
  add(chunk: Buffer): boolean {
    if (this.size + chunk.length > this.largest) return false;
    this.size += chunk.length;
    this.chunks.push(chunk);
    return true;
  }

  get text(): string {
    return Buffer.concat(this.chunks).toString('utf8');
  }
}

/** A relative folder on PATH would be looked for in the repository. */
function foldersOfPath(): string[] {
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
}

/** Where a tool is that does not lie in a repository. */
function find(tool: string, folders: readonly string[], root: string): string | undefined {
  const repositories = [root, ...copied].map((folder) => ({ folder, prefix: join(folder, '/') }));
  const name = process.platform === 'win32' ? `${tool}.exe` : tool;
  return folders
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        const real = realpathSync(path);
        return statSync(real).isFile() && !repositories.some((repository) => within(repository, real));
      } catch {
        return false;
      }
    });
}

function environment(folders: readonly string[]): NodeJS.ProcessEnv {
  const { HOME, TMPDIR, SystemRoot } = process.env;
  return {
    PATH: folders.join(delimiter),
    HOME,
    TMPDIR,
    SystemRoot,
    KUBECONFIG: '/dev/null',
    HELM_NAMESPACE: 'default',
  };
}
