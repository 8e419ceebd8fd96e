import { execFileSync } from 'node:child_process';

/** Whether promtool is on PATH. */
export function hasPromtool(): boolean {
  try {
    execFileSync('promtool', ['--version'], { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

/** Runs promtool in a folder; what it prints, and whether it was content. */
export function promtool(folder: string, ...args: readonly string[]): { ok: boolean; output: string } {
  try {
    return {
      ok: true,
      output: execFileSync('promtool', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }),
    };
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return { ok: false, output: `${stdout}${stderr}` };
  }
}
