import { runs } from '../../graph/dockerfile.ts';
import { configuresApt } from '../../graph/dockerfile-layers.ts';
import { hasOption } from '../../syntax/shell/commands.ts';
import { type PackageCall, packageCallOf } from '../../syntax/shell/packages.ts';
import { check, type Fault } from '../check.ts';

const asking = new Set(['apt', 'yum', 'dnf', 'zypper']);

export default check({
  id: 'dockerfile/install-without-yes',
  title: 'Package installation that waits for an answer',
  dimension: 'functionality',
  severity: 'medium',
  why: 'A build has nobody to press y: as soon as the installation pulls in anything further, the package manager asks, gets no answer and aborts. It often works by luck at first, and breaks when a dependency is added upstream.',
  sameAs: [
    'hadolint:DL3014',
    'hadolint:DL3030',
    'hadolint:DL3034',
    'hadolint:DL3038',
    'kics:dockerfile/apt_get_missing_flags_to_avoid_manual_input',
    'trivy:DS-0021',
  ],
  sources: ['https://manpages.debian.org/stable/apt/apt-get.8.en.html'],
  visits: runs,
  judge(run) {
    if (configuresApt(run, 'Assume-Yes')) return;
    const faults: Fault[] = [];
    for (const { commands } of run.pipelines)
      for (const [at, command] of commands.entries()) {
        const call = packageCallOf(command);
        if (call?.action !== 'install' || !asking.has(call.manager) || isAnswered(call) || at > 0) continue;
        const verb = call.args.find(({ text }) => !text.startsWith('-'))!;
        const offset = run.sourceAt(verb.end - 1) + 1;
        const { file } = run.node;
        faults.push({
          message: `${call.program} ${verb.text} asks before it goes on, and a build has nobody to answer: add -y.`,
          at: run.at(command),
          key: call.packages.map(({ text }) => text).join(' '),
          ...(run.usesShell && {
            fix: {
              safety: 'safe',
              summary: `add -y to ${call.program} ${verb.text}`,
              edits: [{ op: 'text', file, start: offset, end: offset, text: ' -y' }],
            },
          }),
        });
      }
    return faults;
  },
  examples: {
    bad: `FROM debian:12.11-slim
RUN apt-get update && apt-get install --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
`,
    good: `FROM debian:12.11-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
`,
  },
});

/** `-qq` and `-q=2` imply yes, and so do two times `-q`. */
function isAnswered({ args, manager }: PackageCall): boolean {
  if (manager === 'zypper') return hasOption(args, '-y', '-n', '--no-confirm', '--non-interactive');
  if (
    hasOption(
      args,
      '-y',
      '--yes',
      '--assume-yes',
      '--assumeyes',
      '--force-yes',
      '--simulate',
      '--download-only',
    )
  )
    return true;
  const quiet = args.map(({ text }) => (/^-[a-z]*q[a-z]*$/.test(text) ? text.split('q').length - 1 : 0));
  return (
    args.some(({ text }) => /^(?:-q|--quiet)=[2-9]$/.test(text)) ||
    quiet.reduce((sum, count) => sum + count, 0) + args.filter(({ text }) => text === '--quiet').length >= 2
  );
}
