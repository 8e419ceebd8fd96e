import { runs } from '../../graph/dockerfile.ts';
import { keepsCache } from '../../graph/dockerfile-layers.ts';
import { type PackageManager, packageCallOf } from '../../syntax/shell/packages.ts';
import { check } from '../check.ts';

const rpm = new Set<PackageManager>(['yum', 'dnf', 'zypper']);
/** Managers whose lists come with the upgrade of everything. */
const upgrading = new Set<PackageManager>([...rpm, 'pacman']);

export default check({
  id: 'dockerfile/package-lists-cached',
  title: 'Package update in a RUN of its own',
  dimension: 'reliability',
  severity: 'low',
  why: 'The layer of a lone update is cached: when the packages after it change, the build goes on with lists that may be months old, and fails on versions that are gone or installs ones with known flaws. Update and install in one RUN, so that they are fresh together.',
  sameAs: ['checkov:CKV_DOCKER_5', 'kics:dockerfile/update_instruction_alone', 'trivy:DS-0017'],
  controls: ['cis-docker:4.7'],
  sources: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  visits: runs,
  judge(run) {
    const calls = run.commands.map((command) => ({ command, call: packageCallOf(command) }));
    const changes = calls.filter(({ call }) => call?.action === 'install' || call?.action === 'upgrade');
    for (const { command, call } of calls) {
      if (!call) continue;
      const upgrades = upgrading.has(call.manager) && call.action === 'upgrade' && call.packages.length === 0;
      if (call.action !== 'update' && !upgrades) continue;
      const goesOn = changes.some(
        (other) =>
          other.call &&
          other.command !== command &&
          (other.call.manager === call.manager || (rpm.has(other.call.manager) && rpm.has(call.manager))) &&
          (other.call.action === 'install' || (other.call.action === 'upgrade' && !upgrades)),
      );
      if (goesOn || keepsCache(run, '/var/lib/apt') || keepsCache(run, '/var/cache')) continue;
      return {
        message: upgrades
          ? `A lone ${call.program} ${command.words.find(({ text }) => /^up|^-\w*u/.test(text))?.text ?? 'update'} is cached as a layer, so later builds keep the old packages: raise the base image instead, or do it in the RUN that installs.`
          : `${call.program} update is cached as a layer of its own, so later installations use old lists: join it with the RUN that installs.`,
        at: run.at(command),
        key: call.manager,
      };
    }
    return undefined;
  },
  examples: {
    bad: `FROM debian:12.11-slim
RUN apt-get update
RUN apt-get install -y --no-install-recommends git
`,
    good: `FROM debian:12.11-slim
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
`,
  },
});
