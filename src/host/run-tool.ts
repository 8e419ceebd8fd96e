import { execFile } from 'node:child_process';
import type { ToolRun } from '../model/repository.ts';

const largestOutput = 256 * 1024 * 1024;

/** Runs a tool without a shell, without the user's cluster or cloud credentials, and ends it when its time is over. */
export function runTool(
  tool: string,
  args: readonly string[],
  options: { cwd: string; seconds: number },
): Promise<ToolRun> {
  return new Promise((settle) => {
    execFile(
      tool,
      [...args],
      {
        cwd: options.cwd,
        timeout: options.seconds * 1000,
        killSignal: 'SIGKILL',
        maxBuffer: largestOutput,
        env: environment(),
      },
      (error, stdout, stderr) => {
        if (!error) settle({ outcome: 'done', stdout });
        else if (error.code === 'ENOENT') settle({ outcome: 'missing' });
        else if (error.killed) settle({ outcome: 'timeout' });
        else settle({ outcome: 'failed', stderr: stderr || error.message });
      },
    );
  });
}

function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  return { PATH, HOME, TMPDIR, SystemRoot, KUBECONFIG: '/dev/null', HELM_NAMESPACE: 'default' };
}
