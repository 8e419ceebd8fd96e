import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { version } from '../../src/version.ts';
import {
  folderWith,
  plinth,
  plinthOn,
  privilegedPod,
  soundManifest,
  broken as unreadable,
} from './command-line.ts';

describe('help', () => {
  it('is shown on standard error, and is no success, where nothing is asked for', async () => {
    const { code, out, err } = await plinth();
    expect([code, out]).toEqual([2, '']);
    for (const command of ['verify', 'fix', 'explain', 'graph']) expect(err).toContain(`  ${command} [`);
  });

  it('names every command, examples and the exit codes', async () => {
    const { code, out, err } = await plinth('--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('plinth verify .');
    expect(out).toMatch(
      /0 {2}nothing.*\n {2}1 {2}findings.*\n {2}2 {2}wrong usage.*\n {2}3 {2}nothing was read/,
    );
  });

  it.each(['verify', 'fix', 'graph', 'explain'])(
    'of %s has no raw defaults and fits the terminal',
    async (command) => {
      for (const width of [80, 120]) {
        const { code, out } = await plinthOn({ width }, command, '--help');
        expect(code).toBe(0);
        expect(out).not.toMatch(/default: (false|\[\]|\{\})/);
        const long = out.split('\n').filter((line) => line.length > Math.min(width, 100));
        expect(long).toEqual([]);
      }
    },
  );

  it.each([[['help', 'verify']], [['verify', '-h']]])('of a command is the same by %j', async (args) => {
    expect(await plinth(...args)).toEqual(await plinth('verify', '--help'));
  });

  it('tells the version', async () => {
    expect((await plinth('--version')).out).toBe(`${version}\n`);
    expect((await plinth('-V')).out).toBe(`${version}\n`);
  });
});

describe('wrong usage answers 2 and says what was meant', () => {
  const folder = join(import.meta.dirname, '..');
  it.each<[readonly string[], string | RegExp]>([
    [['verfy', '.'], /no command verfy\n {2}did you mean plinth verify\?/],
    [['infra/prod'], /no command infra\/prod\n {2}to verify a folder: plinth verify infra\/prod/],
    [['verify', '--foramt', 'json'], /unknown option '--foramt'\n {2}did you mean --format\?/],
    [['verify', '--nonsense'], /unknown option '--nonsense'\n {2}plinth verify --help/],
    [
      ['verify', '--format', 'jsn'],
      /--format cannot be jsn\n {2}did you mean json\? it is one of text, json/,
    ],
    [['verify', '--format', 'json', '--output'], /'-o, --output <file>' argument missing/],
    [['verify', '--output', 'x.json'], /in which format x\.json.*\n.*--format json --output x\.json/],
    [['verify', '-f', 'json', '-o', 'a', '-f', 'sarif', '-o', 'a'], /two formats cannot be written to a\n/],
    [['verify', '--format', 'json', '--format', 'text', '.'], /json and text cannot both be printed/],
    [['verify', '--format', 'json', '-o', '/nowhere/x.json', '.'], /\/nowhere\/x\.json cannot be written/],
    [['verify', '--format', 'json', '-o', folder, '.'], /cannot be written/],
    [['verify', '--fail-on', 'hgh'], /--fail-on cannot be hgh\n {2}did you mean high\?/],
    [['verify', '--var', 'region'], /name=value/],
    [['verify', '--kubernetes-version', 'newest'], /as 1\.33/],
    [
      ['verify', '--kubernetes-version', '1.99', folder],
      /1\.99 is not known\n {2}choose from 1\.\d+ to 1\.\d+/,
    ],
    [['verify', '--check', 'kubernetes/run-as-rot', folder], /did you mean kubernetes\/run-as-root\?/],
    [['verify', '--check', 'CKV_NOBODY_1', folder], /there is no check CKV_NOBODY_1\n {2}`plinth explain`/],
    [['verify', '--config', 'no.yaml', folder], /no configuration file no\.yaml\n.*looked for from here/],
    [['verify', '--var-file', 'no.tfvars', folder], /no variables file no\.tfvars/],
    [
      ['verify', '--baseline', 'no.yaml', folder],
      /no baseline no\.yaml\n.*--update-baseline writes a new one/,
    ],
    [['verify', 'no/such/folder'], 'plinth: there is no folder no/such/folder\n'],
    [['fix', 'no/such/folder'], 'plinth: there is no folder no/such/folder\n'],
    [['graph', 'no/such/folder'], 'plinth: there is no folder no/such/folder\n'],
    [['verify', 'a/b/c', 'a/b/d'], /takes one folder.*\n.*holds them all.*: a\/b\n/],
    [['graph', '--format', 'svg', '.'], /--format cannot be svg\n {2}it is one of json, dot, mermaid/],
    [['graph', '--depth', 'far', '.'], /whole number/],
    [['explain', 'kubernets'], /did you mean kubernetes\/\*\?/],
  ])('%j', async (args, message) => {
    const { code, out, err } = await plinth(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('names the folder around a file', async () => {
    const folder = folderWith({ 'deep/pod.yaml': privilegedPod });
    const file = join(folder, 'deep/pod.yaml');
    for (const command of ['verify', 'fix', 'graph'])
      expect(await plinth(command, file)).toEqual({
        code: 2,
        out: '',
        err: `plinth: ${file} is a file, and what it means depends on the files around it\n  give the folder that it is in: ${dirname(file)}\n`,
      });
  });
});

it('says what was wrong without doing it to the terminal', async () => {
  const { err } = await plinth('verify', 'no\u001b[31mwhere\nelse');
  expect(err).toBe('plinth: there is no folder no\\x1b[31mwhere else\n');
  expect((await plinth('explain', 'x\u0007')).err).not.toContain('\u0007');
});

it('takes options before and after the folder', async () => {
  const folder = folderWith({ 'pod.yaml': privilegedPod });
  const before = await plinth('verify', '--quiet', '--check', 'kubernetes/privileged-container', folder);
  const after = await plinth('verify', folder, '--check', 'kubernetes/privileged-container', '--quiet');
  expect(before.out).toContain('privileged');
  expect(after).toEqual(before);
});

it('answers 0 for a clean folder, 1 for findings, 2 for wrong usage and 3 where nothing was read', async () => {
  const codeOf = async (...args: string[]) => (await plinth('verify', ...args)).code;
  const clean = folderWith({ 'settings.yaml': soundManifest });
  const faulty = folderWith({ 'pod.yaml': privilegedPod });
  const broken = folderWith({ 'settings.yaml': soundManifest, 'broken.yaml': unreadable });
  expect(await codeOf(clean)).toBe(0);
  expect(await codeOf(faulty)).toBe(1);
  expect(await codeOf(faulty, '--fail-on', 'critical')).toBe(0);
  expect(await codeOf(faulty, '--fail-on', 'none')).toBe(0);
  expect(await codeOf(faulty, '--fail-on', 'critical', '--fail-on', 'medium')).toBe(1);
  expect(await codeOf(broken)).toBe(0);
  expect(await codeOf(broken, '--fail-on-incomplete')).toBe(3);
  expect(await codeOf(folderWith({ 'README.md': '# nothing\n' }))).toBe(3);
  expect(await codeOf(folderWith({}))).toBe(3);
  expect(await codeOf('--fail-on')).toBe(2);
});
