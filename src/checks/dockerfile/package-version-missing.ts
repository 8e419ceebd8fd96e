import { runs } from '../../graph/dockerfile.ts';
import { hasOption } from '../../syntax/shell/commands.ts';
import { type PackageCall, type PackageManager, packageCallOf } from '../../syntax/shell/packages.ts';
import { check, type Fault } from '../check.ts';

/** `name@1.2`, `@scope/name@1.2`, a file, or an address; one of a git repository only with the commit or tag behind a `#`. */
const ofNode =
  /^(?!git[+:@]|@[^@]*$).*@(?!latest$)|#|^\.{0,2}\/|\.(?:tgz|tar|tar\.gz)$|^file:|^https?:(?!.*\.git$)/;
/** Whether a package is named with a version, or is a file or address that is a version by itself. */
const hasVersion: Readonly<Partial<Record<PackageManager, RegExp>>> = {
  apt: /=|\.deb$|^\.{0,2}\//,
  apk: /[=<>~]|\.apk$|^\.{0,2}\//,
  // a colon: an address, an epoch, or the stream of a module
  yum: /-\d|\.rpm$|^@|:/,
  dnf: /-\d|\.rpm$|^@|:/,
  zypper: /[=<>]|\.rpm$|:\/\//,
  pip: /[=<>~!]=|[<>]|\.(?:whl|gz|bz2|zip)$|^\.{0,2}\/|^[\w.-]+\/|^\.{1,2}(?:\[|$)|^(?:https?|file):|@(?:\s*https?:|[\w.-]+(?:#|$))/,
  npm: ofNode,
  yarn: ofNode,
  pnpm: ofNode,
  gem: /:\d|\.gem$/,
};
const ofLanguages = new Set<PackageManager>(['pip', 'npm', 'yarn', 'pnpm', 'gem']);
/** Packages that only carry data or move with the distribution: a version says nothing about them. The rest are values of options. */
const versionless = new Set(['ca-certificates', 'tzdata', 'true', 'false']);

export default check({
  id: 'dockerfile/package-version-missing',
  title: 'Package installed without a version',
  dimension: 'reliability',
  severity: 'low',
  why: 'The build takes whatever version is current on that day, so two builds of one commit can differ, and a new release can break a build that nobody touched. Pin what the program depends on: a lock file for language packages, name=version for the system packages that matter.',
  sameAs: [
    'hadolint:DL3008',
    'hadolint:DL3013',
    'hadolint:DL3016',
    'hadolint:DL3018',
    'hadolint:DL3028',
    'hadolint:DL3033',
    'hadolint:DL3037',
    'hadolint:DL3041',
    'kics:dockerfile/apt_get_install_pin_version_not_defined',
    'kics:dockerfile/gem_install_without_version',
    'kics:dockerfile/missing_version_specification_in_dnf_install',
    'kics:dockerfile/npm_install_without_pinned_version',
    'kics:dockerfile/unpinned_package_version_in_apk_add',
    'kics:dockerfile/unpinned_package_version_in_pip_install',
    'kics:dockerfile/yum_install_without_version',
    'kics:dockerfile/zypper_install_without_version',
  ],
  sources: ['https://docs.docker.com/build/building/best-practices/#apt-get'],
  visits: runs,
  judge(run) {
    const faults: Fault[] = [];
    for (const command of run.commands) {
      const call = packageCallOf(command);
      if (call?.action !== 'install' || isPinnedElsewhere(call)) continue;
      const pinned = hasVersion[call.manager];
      const loose = call.packages.filter(
        ({ text, dynamic }) =>
          pinned && !dynamic && !pinned.test(text) && !versionless.has(text) && /^[\w@.+/-]/.test(text),
      );
      if (loose.length === 0) continue;
      const names = loose.slice(0, 3).map(({ text }) => text);
      const more = loose.length > 3 ? ` and ${loose.length - 3} more` : '';
      faults.push({
        message: `${call.program} takes ${names.join(', ')}${more} in whatever version is current: state the version${ofLanguages.has(call.manager) ? ', or install from a lock file' : ''}.`,
        at: run.at(command),
        key: loose.map(({ text }) => text).join(' '),
        severity: ofLanguages.has(call.manager) ? 'low' : 'info',
      });
    }
    return faults;
  },
  examples: {
    bad: `FROM python:3.13-slim
RUN pip install --no-cache-dir gunicorn
`,
    good: `FROM python:3.13-slim
COPY requirements.txt .
RUN pip install --no-cache-dir gunicorn==23.0.0 -r requirements.txt
`,
  },
});

function isPinnedElsewhere({ manager, args }: PackageCall): boolean {
  if (manager === 'pip') return hasOption(args, '-c', '--constraint', '--require-hashes');
  if (manager === 'gem') return hasOption(args, '-v', '--version', '-g', '--file');
  return false;
}
