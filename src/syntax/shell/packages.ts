import { callOf } from './commands.ts';
import type { Command, Word } from './tree.ts';

export type PackageManager =
  | 'apt'
  | 'apk'
  | 'yum'
  | 'dnf'
  | 'zypper'
  | 'pacman'
  | 'pip'
  | 'npm'
  | 'yarn'
  | 'pnpm'
  | 'gem';
export type PackageAction = 'install' | 'update' | 'upgrade' | 'remove' | 'clean';

/** A command of a package manager. */
export interface PackageCall {
  readonly manager: PackageManager;
  /** the program as called: `apt-get`, `microdnf`, `pip3` */
  readonly program: string;
  /** undefined for what does neither */
  readonly action: PackageAction | undefined;
  /** names, paths and addresses that the action is about */
  readonly packages: readonly Word[];
  /** all arguments */
  readonly args: readonly Word[];
  /** what it was called through: `sudo`, `env` */
  readonly through: readonly string[];
}

const programs: Readonly<Record<string, PackageManager>> = {
  'apt-get': 'apt',
  apt: 'apt',
  aptitude: 'apt',
  apk: 'apk',
  yum: 'yum',
  dnf: 'dnf',
  dnf5: 'dnf',
  microdnf: 'dnf',
  tdnf: 'dnf',
  zypper: 'zypper',
  pacman: 'pacman',
  pip: 'pip',
  pip2: 'pip',
  pip3: 'pip',
  pipx: 'pip',
  npm: 'npm',
  yarn: 'yarn',
  pnpm: 'pnpm',
  gem: 'gem',
};

/** Names of actions, also the short ones. `update` of yum, dnf and zypper upgrades; of apt and apk it only fetches the lists. */
const actions: Readonly<Record<PackageManager, Readonly<Partial<Record<PackageAction, readonly string[]>>>>> =
  {
    apt: {
      install: ['install', 'reinstall', 'build-dep'],
      update: ['update'],
      upgrade: ['upgrade', 'dist-upgrade', 'full-upgrade', 'safe-upgrade'],
      remove: ['remove', 'purge', 'autoremove'],
      clean: ['clean', 'autoclean'],
    },
    apk: {
      install: ['add'],
      update: ['update'],
      upgrade: ['upgrade', 'fix'],
      remove: ['del'],
      clean: ['cache'],
    },
    yum: rpmActions(),
    dnf: rpmActions(),
    zypper: {
      install: ['install', 'in', 'source-install', 'si'],
      update: ['refresh', 'ref'],
      upgrade: ['update', 'up', 'dist-upgrade', 'dup', 'patch'],
      remove: ['remove', 'rm'],
      clean: ['clean', 'cc'],
    },
    // what it does stands in its flags
    pacman: {},
    pip: { install: ['install'], remove: ['uninstall'], clean: ['cache'] },
    npm: {
      install: ['install', 'i', 'add', 'ci'],
      upgrade: ['update'],
      remove: ['uninstall'],
      clean: ['cache'],
    },
    yarn: {
      install: ['install', 'add', 'global'],
      upgrade: ['upgrade'],
      remove: ['remove'],
      clean: ['cache'],
    },
    pnpm: { install: ['install', 'i', 'add'], upgrade: ['update'], remove: ['remove'], clean: ['store'] },
    gem: { install: ['install', 'i'], upgrade: ['update'], remove: ['uninstall'], clean: ['cleanup'] },
  };

function rpmActions() {
  return {
    install: ['install', 'in', 'localinstall', 'groupinstall', 'reinstall', 'rei'],
    update: ['makecache', 'check-update'],
    upgrade: ['update', 'upgrade', 'up', 'upgrade-minimal', 'up-min', 'update-minimal', 'distro-sync'],
    remove: ['remove', 'erase', 'rm', 'autoremove'],
    clean: ['clean'],
  };
}

/** Options that take the word after them, by manager; of all managers together they would clash. */
const valuedOptions: Readonly<Partial<Record<PackageManager, readonly string[]>>> = {
  apt: ['-t', '--target-release', '--default-release', '-o', '--option', '-c', '--config-file', '-a'],
  apk: ['-t', '--virtual', '-X', '--repository', '-p', '--root', '--arch', '--keys-dir', '--wait'],
  yum: ['--setopt', '--enablerepo', '--disablerepo', '--installroot', '--releasever', '-c'],
  dnf: ['--setopt', '--enablerepo', '--disablerepo', '--repo', '--installroot', '--releasever', '-c'],
  zypper: ['--from', '-r', '--repo', '-t', '--type'],
  pip: '-r --requirement -c --constraint -i --index-url --extra-index-url -t --target --prefix -f --find-links --root --build -b --src --trusted-host --platform --python-version --implementation --abi --proxy --retries --timeout --cache-dir --cert --client-cert --log --progress-bar --python --root-user-action --no-binary --only-binary --upgrade-strategy --config-settings -C --global-option --report --keyring-provider --use-feature --use-deprecated --exists-action'.split(
    ' ',
  ),
  npm: ['--prefix', '--registry', '-w', '--workspace', '--loglevel', '--cache', '--omit', '--include'],
  yarn: ['--registry', '--network-timeout', '--cache-folder', '--cwd', '--modules-folder', '--mutex'],
  pnpm: ['--filter', '-F', '--registry', '--dir', '-C', '--store-dir'],
  gem: ['-v', '--version', '-i', '--install-dir', '-n', '--bindir', '-s', '--source', '--platform'],
};

/** Reads a command as one of a package manager; `python -m pip` counts as pip. */
export function packageCallOf(command: Command): PackageCall | undefined {
  const call = callOf(command);
  if (!call) return undefined;
  let { name: program, args } = call;
  if (/^python[\d.]*$/.test(program) && args[0]?.text === '-m' && args[1]?.text === 'pip') {
    program = 'pip';
    args = args.slice(2);
  }
  const manager = Object.hasOwn(programs, program) ? programs[program] : undefined;
  if (!manager) return undefined;
  // what follows `--` gem hands on to the compiler
  const end = manager === 'gem' ? args.findIndex(({ text }) => text === '--') : -1;
  const plain = withoutOptions(end < 0 ? args : args.slice(0, end), valuedOptions[manager] ?? []);
  if (manager === 'pacman')
    return {
      manager,
      program,
      action: pacmanAction(args, plain),
      packages: plain,
      args,
      through: call.through,
    };
  const [verb, ...rest] = plain;
  // `yarn` alone installs; `yarn global add x` has its verb in two words
  if (!verb)
    return {
      manager,
      program,
      action: manager === 'yarn' ? 'install' : undefined,
      packages: [],
      args,
      through: call.through,
    };
  const packages = manager === 'yarn' && verb.text === 'global' ? rest.slice(1) : rest;
  // `dnf module install tomcat:9` has its verb in two words, too
  const ofModule = verb.text === 'module' && (manager === 'dnf' || manager === 'yum');
  const said = ofModule ? rest[0]?.text : verb.text;
  const found = Object.entries(actions[manager]).find(([, verbs]) => said && verbs.includes(said));
  return {
    manager,
    program,
    action: found?.[0] as PackageAction | undefined,
    packages: ofModule ? rest.slice(1) : packages,
    args,
    through: call.through,
  };
}

function withoutOptions(args: readonly Word[], valued: readonly string[]): Word[] {
  const plain: Word[] = [];
  for (let at = 0; at < args.length; at++) {
    const { text } = args[at]!;
    if (valued.includes(text)) at++;
    else if (!text.startsWith('-') || text === '-') plain.push(args[at]!);
  }
  return plain;
}

/** `-S` installs, with `y` it fetches the lists first, with `u` it upgrades all. Source: pacman(8). */
function pacmanAction(args: readonly Word[], packages: readonly Word[]): PackageAction | undefined {
  const flags = args.map(({ text }) => text).filter((text) => text.startsWith('-'));
  const has = (letter: string, long: string) =>
    flags.some((flag) => flag === long || (/^-[A-Za-z]+$/.test(flag) && flag.includes(letter)));
  if (has('R', '--remove')) return 'remove';
  if (!has('S', '--sync')) return has('U', '--upgrade') ? 'install' : undefined;
  if (has('c', '--clean')) return 'clean';
  if (packages.length > 0) return 'install';
  if (has('u', '--sysupgrade')) return 'upgrade';
  return has('y', '--refresh') ? 'update' : undefined;
}
