import { type Run, runs, shellOf } from '../../graph/dockerfile.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { check } from '../check.ts';

/** Commands that do not fail, so that nothing is hidden behind them. */
const sure = new Set(['echo', 'printf', 'yes', 'true', 'cat', ':']);

export default check({
  id: 'dockerfile/pipe-failure-hidden',
  title: 'Failure in front of a pipe goes unnoticed',
  dimension: 'reliability',
  severity: 'low',
  why: 'A pipeline succeeds when its last command does: a download that fails half-way ends in a build that is green and an image that is broken. With pipefail the RUN fails as it should. /bin/sh does not know it everywhere, so set the shell: SHELL ["/bin/bash", "-o", "pipefail", "-c"].',
  sameAs: ['hadolint:DL4006', 'kics:dockerfile/shell_running_a_pipe_without_pipefail_flag'],
  sources: ['https://docs.docker.com/build/building/best-practices/#using-pipes'],
  visits: runs,
  judge(run) {
    if (!run.usesShell || hasPipefail(shellOf(run))) return;
    const safeFrom = pipefailFrom(run);
    for (const [at, pipeline] of run.pipelines.entries()) {
      if (pipeline.start > safeFrom) return;
      const isCaught = run.pipelines[at + 1]?.after === '||';
      const before = pipeline.commands.slice(0, -1).map((command) => callOf(command)?.name ?? '');
      if (isCaught || before.every((name) => name === '' || sure.has(name))) continue;
      const name = before.find((one) => one !== '' && !sure.has(one))!;
      return {
        message: `When ${name} fails here, the build goes on: put SHELL ["/bin/bash", "-o", "pipefail", "-c"] before it, or set -o pipefail where the shell knows it.`,
        at: run.at(pipeline),
      };
    }
    return undefined;
  },
  examples: {
    bad: `FROM debian:12.11-slim
RUN wget -qO - https://example.com/tool-1.4.2.tar.gz | tar -xz -C /opt
`,
    good: `FROM debian:12.11-slim
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN wget -qO - https://example.com/tool-1.4.2.tar.gz | tar -xz -C /opt
`,
  },
});

/** POSIX sh need not know pipefail; bash, zsh and busybox ash do. */
function hasPipefail(shell: readonly string[]): boolean {
  return /(?:^|\/)(?:bash|zsh|ash|ksh)$/.test(shell[0] ?? '') && shell.includes('pipefail');
}

/** Where the script switches pipefail on itself. */
function pipefailFrom(run: Run): number {
  const set = run.commands.find(
    ({ words }) => words[0]?.text === 'set' && words.some(({ text }) => text === 'pipefail'),
  );
  return set?.start ?? Number.POSITIVE_INFINITY;
}
