import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { design } from '../../src/operations/design.ts';
import { folderWith, plinth, write } from './command-line.ts';

const blueprint = 'name: shop\naccount: "111122223333"\nservices:\n  api: { image: acme/api }\n';
const page = 'docs/decisions/0001-compute.md';
const anywhere = { dryRun: false, home: null };

function textOf(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

function everything(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name), textOf(parentPath, name)]),
  );
}

describe('plinth design', () => {
  it('writes the files, and changes nothing the second time', async () => {
    const folder = folderWith({ 'plinth.yaml': blueprint });
    const first = await design(folder, anywhere);
    expect(first.code).toBe(0);
    const written = everything(folder);
    expect(Object.keys(written).length).toBeGreaterThan(10);
    expect((await design(folder, anywhere)).notes).toContain('nothing to change');
    expect(everything(folder)).toEqual(written);
  });

  it('keeps edits, and changes around them what the blueprint changes', async () => {
    const folder = folderWith({ 'plinth.yaml': blueprint });
    await design(folder, anywhere);
    write(folder, { [page]: `${textOf(folder, page)}\nOur own remark.\n`, 'docs/own.md': 'own\n' });
    write(folder, { 'plinth.yaml': `${blueprint}compute: eks\n` });
    const shown = await design(folder, { ...anywhere, dryRun: true });
    expect(shown.out).toContain('-Decided: **ecs**.\n+Decided: **eks**, as the blueprint asks.');
    expect(textOf(folder, page)).toContain('Decided: **ecs**');
    await design(folder, anywhere);
    expect(textOf(folder, page)).toMatch(/Decided: \*\*eks\*\*[\s\S]*Our own remark\.\n$/);
    expect(textOf(folder, 'docs/own.md')).toBe('own\n');
  });

  it('keeps the line ends of Windows', async () => {
    const folder = folderWith({ 'plinth.yaml': blueprint });
    await design(folder, anywhere);
    const before = textOf(folder, page);
    write(folder, { [page]: before.replaceAll('\n', '\r\n'), 'plinth.yaml': `${blueprint}compute: eks\n` });
    await design(folder, anywhere);
    expect(textOf(folder, page)).toContain('Decided: **eks**, as the blueprint asks.\r\n');
  });

  it('marks and lists what both changed', async () => {
    const folder = folderWith({ 'plinth.yaml': blueprint });
    await design(folder, anywhere);
    write(folder, {
      [page]: textOf(folder, page).replace('**ecs**', '**ours**'),
      'plinth.yaml': `${blueprint}compute: eks\n`,
    });
    const { code, notes } = await design(folder, anywhere);
    expect(code).toBe(1);
    expect(notes).toContain(`conflict: ${page}: `);
    expect(textOf(folder, page)).toContain('<<<<<<< yours\nDecided: **ours**.\n');
  });

  it.each([
    ['a file that it did not write', { [page]: 'mine\n' }, 'not written by Plinth'],
    ['a record that cannot be read', { 'plinth.lock': '<<<<<<< ours\n' }, 'cannot be read'],
    ['a file where a folder has to be', { docs: 'mine\n' }, 'nothing was written'],
  ])('touches nothing where there is %s', async (_, files, message) => {
    const folder = folderWith({ 'plinth.yaml': blueprint, ...(files as Record<string, string>) });
    const before = everything(folder);
    const { code, err } = await plinth('design', folder);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(everything(folder)).toEqual(before);
  });

  it('writes nothing through a link that leads out', async () => {
    const [folder, other] = [folderWith({ 'plinth.yaml': blueprint }), folderWith({})];
    symlinkSync(other, join(folder, 'docs'));
    expect((await plinth('design', folder)).code).toBe(2);
    expect(readdirSync(other)).toEqual([]);
    expect(existsSync(join(folder, 'plinth.lock'))).toBe(false);
  });

  it('tells what is wrong at its line, and writes nothing', async () => {
    const folder = folderWith({ 'plinth.yaml': `${blueprint}computee: eks\n` });
    const { code, err } = await plinth('design', folder);
    expect(code).toBe(2);
    expect(err).toContain('plinth.yaml:5: unknown key "computee": did you mean "compute"?');
    expect(readdirSync(folder)).toEqual(['plinth.yaml']);
  });

  it('follows guideline files beside the blueprint, and says which lines', async () => {
    const folder = folderWith({
      'plinth.yaml': blueprint,
      'AGENTS.md': '# Rules\nEverything is tagged with `CostCenter`.\n',
    });
    expect((await design(folder, anywhere)).notes).toContain('AGENTS.md:2: tag CostCenter on everything');
    expect(textOf(folder, 'docs/decisions/README.md')).toContain('`AGENTS.md` line 2');
  });

  it('tells what was decided and why, what it costs, and what people have to do', async () => {
    const folder = folderWith({
      'plinth.yaml':
        `${blueprint}domain: shop.example\nbudget: { monthly: 900 }\nowners: { shop: { email: ops@shop.example } }\n`.replace(
          'acme/api',
          'acme/api, secrets: [CARD_KEY], expose: api',
        ),
    });
    const { notes } = await design(folder, anywhere);
    expect(notes).toMatch(/What services run on: ecs\. \w+/);
    expect(notes).toMatch(/production {2}\$\d+ of \$900\n/);
    expect(notes).toContain('delegate shop.example\n');
    expect(notes).toContain('fill in the secrets shop/api of production');
    // nothing of this blueprint is left unwritten
    expect(notes).not.toMatch(/Open:\n/);
    expect(notes).toMatch(/\d+ files written; begin with README\.md\n$/);
  });

  it('has reviews leave out what it keeps for the next merge', async () => {
    const folder = folderWith({ 'plinth.yaml': blueprint });
    await design(folder, anywhere);
    for (const name of ['plinth.lock', '.gitattributes']) expect(existsSync(join(folder, name))).toBe(true);
    const lines = textOf(folder, '.gitattributes')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines).toEqual(['plinth.lock -diff -merge linguist-generated gitlab-generated']);
  });

  it('leaves attributes of git that are not its own, and tells what they lack', async () => {
    const own = '*.sh text eol=lf\n';
    const folder = folderWith({ 'plinth.yaml': blueprint, '.gitattributes': own });
    const { notes } = await design(folder, anywhere);
    expect(notes).toMatch(/\.gitattributes is yours and stays: add the line "plinth\.lock -diff .*"/);
    expect(textOf(folder, '.gitattributes')).toBe(own);
    write(folder, { '.gitattributes': `${own}plinth.lock linguist-generated\n` });
    expect((await design(folder, anywhere)).notes).not.toContain('.gitattributes');
    expect((await design(folder, anywhere)).notes).toContain('nothing to change');
  });

  it('leaves a README that is not its own, also the next time', async () => {
    const folder = folderWith({ 'plinth.yaml': blueprint, 'README.md': '# Ours\n' });
    const { code, notes } = await design(folder, anywhere);
    expect(code).toBe(0);
    expect(notes).toContain('README.md is yours and stays: link docs/README.md from it');
    expect(textOf(folder, 'README.md')).toBe('# Ours\n');
    expect((await design(folder, anywhere)).notes).toContain('nothing to change');
    expect(textOf(folder, 'README.md')).toBe('# Ours\n');
  });

  it('leaves removed what was removed', async () => {
    const folder = folderWith({ 'plinth.yaml': blueprint });
    await design(folder, anywhere);
    rmSync(join(folder, page));
    expect((await design(folder, anywhere)).notes).toContain('nothing to change');
    expect(existsSync(join(folder, page))).toBe(false);
  });
});

describe('plinth init', () => {
  it('writes a blueprint that design takes, and never over another', async () => {
    const folder = folderWith({});
    const flags = [
      '--name',
      'shop',
      '--account',
      '111122223333',
      '--service',
      'api=acme/api',
      '--datastore',
      'orders=postgres',
    ];
    expect((await plinth('init', folder, ...flags)).code).toBe(0);
    expect((await design(folder, anywhere)).code).toBe(0);
    expect((await plinth('init', folder, ...flags)).err).toContain('is there already');
  });

  it('says what it needs where nobody can be asked', async () => {
    expect(await plinth('init', join(folderWith({}), 'plinth.yaml'), '--name', 'shop')).toMatchObject({
      code: 2,
      err: expect.stringContaining('init needs --account'),
    });
  });
});
