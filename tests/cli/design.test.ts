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

  it('refuses a name that Terraform would find twice in a root, and only there', async () => {
    const stores = (name: string) =>
      folderWith({ 'plinth.yaml': `${blueprint}datastores:\n  ${name}: { type: postgres }\n` });
    const taken = stores('backup');
    const { notes, code } = await design(taken, anywhere);
    expect(code).toBe(2);
    expect(notes).toMatch(
      /plinth\.yaml:6: backup cannot be called so: terraform\/environments\/production\/data has another backup already/,
    );
    expect(readdirSync(taken)).toEqual(['plinth.yaml']);
    expect((await design(stores('cluster'), anywhere)).code).toBe(0);
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
    // nobody has looked at it yet
    const again = await design(folder, anywhere);
    expect(again.code).toBe(1);
    expect(again.notes).toContain(
      `conflict: ${page}: places that were changed on both sides are still marked`,
    );
    write(folder, { [page]: 'Decided: **ours**.\n' });
    expect(await design(folder, anywhere)).toMatchObject({ code: 0, notes: 'nothing to change\n' });
  });

  it('tells only what is decided otherwise than last time, and what no longer keeps its data', async () => {
    const stores = 'datastores:\n  orders: { type: postgres }\n  files: { type: bucket }\n';
    const folder = folderWith({ 'plinth.yaml': blueprint + stores });
    expect((await design(folder, anywhere)).notes).toContain('What services run on: ecs.');
    write(folder, {
      'plinth.yaml': `${blueprint}${stores.replace('orders: {', 'sales: { formerly: orders,').replace(/ {2}files.*\n/, '')}mesh: istio\n`,
    });
    const { notes } = await design(folder, { ...anywhere, dryRun: true });
    expect(notes).toMatch(/Decided otherwise than last time.*\n {2}What services run on: eks\./);
    expect(notes).not.toContain('How Terraform states are cut');
    expect(notes).toContain('files of production (a bucket): the next apply removes it');
    expect(notes).not.toContain('orders of production');
    write(folder, { 'plinth.yaml': `${blueprint}${stores}region: eu-north-1\nenvironments: { prod: {} }\n` });
    expect((await design(folder, anywhere)).notes).toContain(
      'the environment production is no longer described',
    );
  });

  it('tells that another region begins with nothing', async () => {
    const folder = folderWith({ 'plinth.yaml': blueprint });
    await design(folder, anywhere);
    write(folder, { 'plinth.yaml': `${blueprint}region: eu-north-1\n` });
    expect((await design(folder, anywhere)).notes).toContain(
      'production goes from eu-west-1 to eu-north-1: everything is made anew there',
    );
  });

  it('tells that its record is gone', async () => {
    const folder = folderWith({ 'plinth.yaml': blueprint });
    await design(folder, anywhere);
    rmSync(join(folder, 'plinth.lock'));
    expect((await design(folder, anywhere)).notes).toContain('nothing to change');
    rmSync(join(folder, 'plinth.lock'));
    write(folder, { [page]: 'mine\n' });
    const { code, err } = await plinth('design', folder);
    expect(code).toBe(2);
    expect(err).toContain('plinth.lock, which tells your changes from what was written, is gone');
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
    expect(notes).toContain('protection that GitHub has to know: bash .github/scripts/protect.sh\n');
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

  it('lays the schema beside it for editors, unless one is installed', async () => {
    const flags = ['--name', 'shop', '--account', '111122223333'];
    const bare = folderWith({});
    await plinth('init', bare, ...flags);
    const first = (folder: string) => readFileSync(join(folder, 'plinth.yaml'), 'utf8').split('\n')[0];
    expect(first(bare)).toBe('# yaml-language-server: $schema=./.plinth/blueprint.schema.json');
    expect(JSON.parse(readFileSync(join(bare, '.plinth/blueprint.schema.json'), 'utf8'))).toMatchObject({
      title: 'plinth.yaml',
    });
    const schema = 'node_modules/plinth/dist/schema/blueprint.json';
    const installed = folderWith({ [schema]: '{}', 'infra/README.md': '' });
    await plinth('init', join(installed, 'infra'), ...flags);
    expect(first(join(installed, 'infra'))).toBe(`# yaml-language-server: $schema=../${schema}`);
    expect(existsSync(join(installed, 'infra/.plinth'))).toBe(false);
  });

  it('imports the Score files that are there, and shows the way where there is nothing', async () => {
    const score = `apiVersion: score.dev/v1b1
metadata: { name: api }
containers: { main: { image: acme/api } }
`;
    const flags = ['--name', 'shop', '--account', '111122223333'];
    const folder = folderWith({ 'api/score.yaml': score, 'other/score.yaml': 'kind: Other\n' });
    expect((await plinth('init', folder, ...flags)).err).toContain('it imports api/score.yaml');
    expect(readFileSync(join(folder, 'plinth.yaml'), 'utf8')).toContain('imports:\n  - api/score.yaml\n');
    const broken = folderWith({ 'score.yaml': score.replace('acme/api', 'acme/api, resources: 1') });
    expect((await plinth('init', broken, ...flags)).err).toContain('# not imported: ');
    expect(readFileSync(join(broken, 'plinth.yaml'), 'utf8')).toContain('# services:\n#   api:\n');
  });

  it.each([
    [['--account', '1234'], '--account must be the 12 digits of an AWS account'],
    [['--datastore', 'orders=postgresql'], '--datastore orders: it must be one of postgres, mysql'],
    [['--compliance', 'pci'], 'did you mean "pci-dss"?'],
    [['--service', 'a=x', '--service', 'a=y'], '--service names a twice'],
    [['--region', 'eu-west-9'], 'AWS has no region eu-west-9'],
    [['--email', 'nobody'], '--email must be a mail address'],
  ])('tells what is wrong with %j in words of the option', async (flags, message) => {
    const folder = folderWith({});
    const { code, err } = await plinth(
      'init',
      folder,
      '--name',
      'shop',
      '--account',
      '111122223333',
      ...flags,
    );
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says what it needs where nobody can be asked', async () => {
    expect(await plinth('init', join(folderWith({}), 'plinth.yaml'), '--name', 'shop')).toMatchObject({
      code: 2,
      err: expect.stringContaining('init needs --account'),
    });
  });
});
