import { runs } from '../../graph/dockerfile.ts';
import { configuresApt, inFinalImage } from '../../graph/dockerfile-layers.ts';
import { hasOption } from '../../syntax/shell/commands.ts';
import { packageCallOf } from '../../syntax/shell/packages.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'dockerfile/recommended-packages-installed',
  title: 'apt installs recommended packages that nobody asked for',
  dimension: 'cost',
  severity: 'low',
  why: 'Debian and Ubuntu install recommended packages along with the named ones: manuals, mail servers, whole desktops. They make the image larger and bring flaws to patch in programs that never run. --no-install-recommends takes only what is needed.',
  sameAs: ['hadolint:DL3015', 'kics:dockerfile/apt_get_not_avoiding_additional_packages', 'trivy:DS-0029'],
  controls: ['cis-docker:4.3'],
  sources: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  visits: runs,
  judge(run) {
    if (!inFinalImage(run) || configuresApt(run, 'Install-Recommends')) return;
    const faults: Fault[] = [];
    for (const command of run.commands) {
      const call = packageCallOf(command);
      if (call?.manager !== 'apt' || call.action !== 'install' || call.packages.length === 0) continue;
      if (hasOption(call.args, '--no-install-recommends', '--without-recommends')) continue;
      const verb = call.args.find(({ text }) => !text.startsWith('-'))!;
      const offset = run.sourceAt(verb.end - 1) + 1;
      const { file } = run.node;
      faults.push({
        message: `${call.program} ${verb.text} also installs what the named packages merely recommend: add --no-install-recommends, and name what is then missing.`,
        at: run.at(command),
        key: call.packages.map(({ text }) => text).join(' '),
        ...(run.usesShell && {
          fix: {
            safety: 'unsafe',
            summary: 'add --no-install-recommends (the program may have come to need a recommended package)',
            edits: [{ op: 'text', file, start: offset, end: offset, text: ' --no-install-recommends' }],
          },
        }),
      });
    }
    return faults;
  },
  examples: {
    bad: `FROM debian:12.11-slim
RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
`,
    good: `FROM debian:12.11-slim
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
`,
  },
});
