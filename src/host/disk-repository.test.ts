import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Problem } from '../model/problem.ts';
import { openRepository, readFileIn } from './disk-repository.ts';

/** Root reads what nobody else may: for it the permissions are those of the user nobody for a while. */
function unprivileged(use: () => void): void {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    use();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-host-'));
  // Node's own rmSync gives up on paths that are too long
  onTestFinished(() => {
    execFileSync('rm', ['-rf', folder]);
  });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function open(folder: string, includes?: (path: string) => boolean) {
  const problems: Problem[] = [];
  const repository = openRepository(
    folder,
    (problem) => problems.push(problem),
    includes ? { includes } : {},
  );
  return {
    ...repository,
    told: () => problems.map(({ kind, path, message }) => `${kind} ${path}: ${message}`),
  };
}

it('finds files in order, and leaves out version control, dependencies and what is excluded', () => {
  const folder = folderWith({
    'b.tf': '',
    'a/c.yaml': '',
    '.git/config': '',
    'a/node_modules/x.yaml': '',
    'b/vendor/modules.txt': '',
    'b/vendor/k8s.io/api/x.yaml': '',
    'c/vendor/chart/x.yaml': '',
    '.terraform/modules/m/main.tf': '',
    'skip/x.tf': '',
    'skip.tf': '',
  });
  const repository = open(folder, (path) => !path.startsWith('skip'));
  expect(repository.paths).toEqual(['a/c.yaml', 'b.tf', 'c/vendor/chart/x.yaml']);
  expect(repository.told()).toEqual([]);
});

it('reads what walking left out when it is asked for by name, and tells what is not there without a problem', () => {
  const folder = folderWith({ '.terraform/modules/m/main.tf': 'x', 'a.tf': 'y', 'skip.tf': 'z' });
  const repository = open(folder, (path) => path !== 'skip.tf');
  expect(repository.has('.terraform/modules/m/main.tf')).toBe(true);
  expect(repository.read('.terraform/modules/m/main.tf')?.text).toBe('x');
  expect(repository.list('.terraform/modules/m')).toEqual(['main.tf']);
  expect(repository.read('skip.tf')?.text).toBe('z');
  expect(repository.has('./a.tf')).toBe(true);
  for (const path of ['b.tf', '.terraform/none', '.terraform/modules', 'a.tf/x'])
    expect([path, repository.has(path), repository.read('b.tf')]).toEqual([path, false, undefined]);
  expect(repository.told()).toEqual([]);
});

it('gives the same text object twice, and another one after it was forgotten', () => {
  const repository = open(folderWith({ 'a.tf': 'x' }));
  const first = repository.read('a.tf');
  expect(repository.read('a.tf')).toBe(first);
  repository.forget?.('a.tf');
  expect(repository.read('a.tf')).not.toBe(first);
  expect(repository.read('a.tf')?.text).toBe('x');
});

it('reads texts of every length whole, and keeps what is beyond ASCII and a byte order mark', () => {
  const texts = [0, 1, 65535, 65536, 65537, 200_000].map((length) => 'x'.repeat(length));
  const repository = open(
    folderWith({
      ...Object.fromEntries(texts.map((text, at) => [`${at}.tf`, text])),
      'other.tf': '\ufeffcafé 漢字 🙂\r\n',
    }),
  );
  texts.forEach((text, at) => {
    expect(repository.read(`${at}.tf`)?.text === text).toBe(true);
  });
  expect(repository.read('other.tf')?.text).toBe('\ufeffcafé 漢字 🙂\r\n');
});

it('refuses what is no UTF-8 text or too large, each for its own reason', () => {
  const folder = folderWith({
    'binary.tf': Buffer.from([1, 2, 0, 3]),
    'latin.tf': Buffer.from('café', 'latin1'),
    'wide.tf': Buffer.from('\ufeffresource', 'utf16le'),
    'large.tf': '',
  });
  truncateSync(join(folder, 'large.tf'), 100 * 1024 * 1024);
  const repository = open(folder);
  for (const path of repository.paths) expect(repository.read(path)).toBeUndefined();
  expect(repository.told()).toEqual([
    'unreadable binary.tf: the file is binary: exclude it',
    'limit large.tf: the file has 100 MiB and the largest that is read is 16 MiB: exclude it, or split it',
    'unreadable latin.tf: the file is not UTF-8 text: save it as UTF-8, or exclude it',
    'unreadable wide.tf: the file is UTF-16: save it as UTF-8, or exclude it',
  ]);
});

it('stops reading where the texts together are too large', () => {
  const folder = folderWith({});
  for (let at = 10; at < 28; at++) {
    writeFileSync(join(folder, `${at}.tf`), Buffer.alloc(15 * 1024 * 1024, 'x'));
  }
  const repository = open(folder);
  const read = repository.paths.filter((path) => repository.read(path) !== undefined);
  expect(read).toHaveLength(17);
  expect(repository.told()).toEqual([expect.stringMatching(/^limit 27\.tf: the texts read so far/)]);
  repository.forget?.('10.tf');
  repository.forget?.('27.tf');
  expect(repository.read('27.tf')).toBeUndefined();
  expect(open(folder).read('27.tf')).toBeDefined();
});

it('follows links to files inside, and tells of links that lead out, in circles, or nowhere', () => {
  const outside = folderWith({ 'secret.tf': 'secret', 'folder/x.tf': '' });
  const folder = folderWith({ 'real.tf': 'real', 'sub/y.tf': '' });
  const link = (target: string, path: string) => symlinkSync(target, join(folder, path));
  link('real.tf', 'inside.tf');
  link(join(outside, 'secret.tf'), 'out.tf');
  link(join(outside, 'folder'), 'folder-out');
  link('sub', 'folder-inside');
  link('..', 'sub/up');
  link('.', 'sub/self');
  link('circle-b.tf', 'circle-a.tf');
  link('circle-a.tf', 'circle-b.tf');
  link('nothing', 'nowhere.tf');
  const repository = open(folder);
  expect(repository.paths).toEqual(['inside.tf', 'real.tf', 'sub/y.tf']);
  expect([...repository.unseen].sort()).toEqual([
    'circle-a.tf',
    'circle-b.tf',
    'folder-out',
    'nowhere.tf',
    'out.tf',
  ]);
  expect(repository.read('inside.tf')?.text).toBe('real');
  expect(repository.told().sort()).toEqual([
    'invalid folder-out: the symbolic link leads out of the repository: nothing outside of it is read',
    'invalid out.tf: the symbolic link leads out of the repository: nothing outside of it is read',
    'unreadable circle-a.tf: the symbolic link cannot be followed: it leads back to itself',
    'unreadable circle-b.tf: the symbolic link cannot be followed: it leads back to itself',
    'unreadable nowhere.tf: the symbolic link cannot be followed: there is nothing of this name; it may have been removed, or the name is no UTF-8',
  ]);
});

it('tells once of all links into a submodule that is not checked out', () => {
  const folder = folderWith({
    '.gitmodules': '[submodule "shared"]\n\tpath = lib/shared\n\turl = https://example.com/shared.git\n',
    'a/main.tf': '',
  });
  for (const [target, path] of [
    ['../lib/shared/vpc', 'a/vpc'],
    ['../lib/shared/main.tf', 'a/shared.tf'],
    ['lib/shared', 'b'],
    ['lib/shared-not', 'c'],
  ] as const)
    symlinkSync(target, join(folder, path));
  expect(open(folder).told().sort()).toEqual([
    expect.stringMatching(/^unreadable c: the symbolic link cannot be followed/),
    'unreadable lib/shared: the git submodule is not checked out, or lacks what is linked to: 3 symbolic links lead into it (a/shared.tf is the first) and nothing of that is read. Run `git submodule update --init`',
  ]);
});

it('reads nothing outside, by whichever path', () => {
  const outside = folderWith({ 'secret.tf': 'secret' });
  const folder = folderWith({ '.terraform/x': '', 'a/b.tf': '' });
  symlinkSync(outside, join(folder, '.terraform/out'));
  const repository = open(folder);
  const paths = [
    '../secret.tf',
    'a/../../secret.tf',
    join(outside, 'secret.tf'),
    '.terraform/out/secret.tf',
    '/etc/passwd',
  ];
  for (const path of paths) {
    expect([path, repository.read(path), repository.has(path)]).toEqual([path, undefined, false]);
    expect(readFileIn(folder, path, () => {})).toBeUndefined();
  }
  expect(repository.list('..')).toEqual([]);
  expect(repository.list('.terraform/out')).toEqual([]);
  expect(repository.told().every((text) => /leads out of the repository/.test(text))).toBe(true);
});

it('takes a folder named like a file for a folder, and a repository of nothing for one', () => {
  const folder = folderWith({ 'x.yaml/inner.yaml': '' });
  expect(open(folder).paths).toEqual(['x.yaml/inner.yaml']);
  expect(open(folder).read('x.yaml')).toBeUndefined();
  expect(open(folderWith({})).paths).toEqual([]);
});

it('tells of a folder whose path is too long', () => {
  const name = 'd'.repeat(200);
  const folder = folderWith({});
  const start = process.cwd();
  onTestFinished(() => process.chdir(start));
  process.chdir(folder);
  for (let depth = 0; depth < 25; depth++) {
    mkdirSync(name);
    process.chdir(name);
  }
  writeFileSync('x.tf', '');
  process.chdir(start);
  const { paths, told } = open(folder);
  expect(paths).toEqual([]);
  expect(told()).toEqual([expect.stringMatching(/the folder cannot be opened: its path is too long$/)]);
});

it('tells of files and folders without permission', () => {
  const folder = folderWith({ 'a.tf': '', 'closed/b.tf': '' });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'a.tf'), 0);
  chmodSync(join(folder, 'closed'), 0);
  onTestFinished(() => chmodSync(join(folder, 'closed'), 0o700));
  unprivileged(() => {
    const repository = open(folder);
    expect(repository.read('a.tf')).toBeUndefined();
    expect(repository.told()).toEqual([
      'unreadable closed: the folder cannot be opened: check its permissions',
      'unreadable a.tf: the file cannot be opened: check its permissions',
    ]);
  });
});
