import { type Run, runs } from '../../graph/dockerfile.ts';
import {
  environmentValue,
  homeOfRoot,
  inFinalImage,
  keepsCache,
  removesPath,
} from '../../graph/dockerfile-layers.ts';
import { hasOption } from '../../syntax/shell/commands.ts';
import { type PackageCall, type PackageManager, packageCallOf } from '../../syntax/shell/packages.ts';
import type { Command } from '../../syntax/shell/tree.ts';
import { check, type Fault } from '../check.ts';

/** Where each manager keeps what it fetched, and how to be rid of it. apt lists are a check of their own. */
const caches: Readonly<
  Partial<Record<PackageManager, { readonly paths: readonly string[]; readonly advice: string }>>
> = {
  apk: { paths: ['/var/cache/apk', '/etc/apk/cache'], advice: 'use apk add --no-cache' },
  yum: { paths: ['/var/cache/yum', '/var/cache/dnf'], advice: 'end the same RUN with yum clean all' },
  dnf: {
    paths: ['/var/cache/dnf', '/var/cache/yum', '/var/cache/libdnf5'],
    advice: 'end the same RUN with dnf clean all',
  },
  zypper: { paths: ['/var/cache/zypp'], advice: 'end the same RUN with zypper clean --all' },
  pip: {
    paths: [`${homeOfRoot}/.cache/pip`, `${homeOfRoot}/.cache`],
    advice: 'use pip install --no-cache-dir',
  },
  yarn: {
    paths: [
      `${homeOfRoot}/.cache/yarn`,
      '/usr/local/share/.cache',
      `${homeOfRoot}/.yarn`,
      `${homeOfRoot}/.cache`,
    ],
    advice: 'end the same RUN with yarn cache clean',
  },
};

export default check({
  id: 'dockerfile/package-cache-left-behind',
  title: 'Cache of a package manager left in the image',
  dimension: 'cost',
  severity: 'low',
  why: 'What a package manager downloaded stays in the layer beside what it installed, often as large again. It is stored and pulled with every copy of the image. Tell it to keep nothing, delete the cache in the same RUN, or keep it out with RUN --mount=type=cache.',
  sameAs: [
    'hadolint:DL3019',
    'hadolint:DL3032',
    'hadolint:DL3036',
    'hadolint:DL3040',
    'hadolint:DL3042',
    'hadolint:DL3060',
    'kics:dockerfile/apk_add_using_local_cache_path',
    'kics:dockerfile/missing_dnf_clean_all',
    'kics:dockerfile/missing_zypper_clean',
    'kics:dockerfile/pip_install_keeping_cached_packages',
    'trivy:DS-0015',
    'trivy:DS-0019',
    'trivy:DS-0020',
    'trivy:DS-0025',
    'trivy:DS-0027',
  ],
  sources: ['https://docs.docker.com/build/cache/optimize/#use-cache-mounts'],
  visits: runs,
  judge(run) {
    if (!inFinalImage(run)) return;
    // what is removed after the last installation of a manager is removed for all of them
    const lastOfManager = new Map<
      PackageManager,
      { readonly call: PackageCall; readonly command: Command }
    >();
    for (const command of run.commands) {
      const call = packageCallOf(command);
      if (!call || !caches[call.manager] || (call.action !== 'install' && call.action !== 'upgrade'))
        continue;
      if (!keepsNothing(call, command, run)) lastOfManager.set(call.manager, { call, command });
    }
    const faults: Fault[] = [];
    for (const [manager, { call, command }] of lastOfManager) {
      const { paths, advice } = caches[manager]!;
      if (paths.some((path) => keepsCache(run, path) || removesPath(run, path, command.end))) continue;
      if (cleansLater(run, call, command)) continue;
      faults.push({
        message: `${call.program} leaves what it downloaded in the image: ${advice}, or mount the cache.`,
        at: run.at(command),
        key: manager,
      });
    }
    return faults;
  },
  examples: {
    bad: `FROM python:3.13-slim
COPY requirements.txt .
RUN pip install -r requirements.txt
`,
    good: `FROM python:3.13-slim
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
`,
  },
});

function keepsNothing({ manager, program, args }: PackageCall, command: Command, run: Run): boolean {
  if (program === 'pipx') return true;
  if (manager === 'apk') return hasOption(args, '--no-cache');
  if (manager !== 'pip') return false;
  if (hasOption(args, '--no-cache-dir', '--no-cache')) return true;
  return isOn(environmentValue(run, 'PIP_NO_CACHE_DIR', command));
}

/** pip takes 0, no, false and off for no, and everything else for yes. */
function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:|0|no|false|off|n|f)$/i.test(value);
}

function cleansLater(run: Run, { manager }: PackageCall, after: Command): boolean {
  return run.commands.some((command) => {
    const call = command.start > after.start ? packageCallOf(command) : undefined;
    if (call?.action !== 'clean') return false;
    // of yum and dnf, `clean packages` or `clean expire-cache` leave most behind
    if (isRpm(call.manager, manager)) return call.packages.some(({ text }) => text === 'all');
    return call.manager === manager;
  });
}

function isRpm(...managers: readonly PackageManager[]): boolean {
  return managers.every((manager) => manager === 'yum' || manager === 'dnf');
}
