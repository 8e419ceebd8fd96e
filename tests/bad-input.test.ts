import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { verify } from '../src/operations/verify.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A manifest with a finding that must survive whatever stands beside it. */
const good = `apiVersion: v1
kind: Pod
metadata: { name: api }
spec: { hostNetwork: true, containers: [{ name: api, image: "registry.example.com/api:1.4.2" }] }
`;

function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-bad-'));
  folders.push(folder);
  for (const [path, content] of Object.entries({ 'good.yaml': good, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

async function judged(folder: string) {
  const report = await verify(folder, { render: false });
  expect(
    report.findings.some(({ file, check }) => file === 'good.yaml' && check === 'kubernetes/host-network'),
  ).toBe(true);
  return report.problems.map(({ kind, file }) => `${kind} ${file}`);
}

const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n';
const bomb = `${manifest}data:\n  a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
  .split('')
  .map((name, at) => `  ${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]\n`)
  .join('')}`;

describe('bad input is told, and costs nothing else', () => {
  it.each<[string, Record<string, string | Uint8Array>, string[]]>([
    ['binary', { 'a.tf': new Uint8Array([0, 1, 2, 0, 255]) }, ['unreadable a.tf']],
    [
      'not UTF-8',
      { 'a.yaml': new Uint8Array([...Buffer.from(manifest), 0xe9, 0x28]) },
      ['unreadable a.yaml'],
    ],
    ['too large', { 'a.yaml': `${manifest}# ${'x'.repeat(17 * 1024 * 1024)}` }, ['limit a.yaml']],
    ['truncated HCL', { 'a.tf': 'resource "aws_eip" "a" {\n  tags = {\n' }, ['unreadable a.tf']],
    ['truncated YAML', { 'a.yaml': `${manifest}data: { a: "b` }, ['unreadable a.yaml']],
    ['duplicate keys', { 'a.yaml': `${manifest}data: { a: "1", a: "2" }\n` }, ['invalid a.yaml']],
    ['an alias bomb', { 'a.yaml': bomb }, ['limit a.yaml']],
    ['tabs', { 'a.yaml': `${manifest}data:\n\ta: b\n` }, ['unreadable a.yaml']],
    ['a module that leads out', { 'a.tf': 'module "m" {\n  source = "../../x"\n}\n' }, ['invalid a.tf']],
    [
      'a million instances',
      {
        'a.tf':
          'resource "aws_eip" "e" {\n  for_each = toset([for n in range(1000) : "${n}"])\n}\nresource "aws_eip" "f" {\n  count = 1000000\n}\n',
      },
      ['limit a.tf'],
    ],
    [
      'deep nesting',
      {
        'a.tf': `locals {\n  a = ${'['.repeat(10_000)}\n}\nresource "aws_eip" "e" {\n  domain = local.a\n}\n`,
      },
      ['unreadable a.tf'],
    ],
  ])('%s', async (_, files, problems) => {
    expect([...new Set(await judged(folderOf(files)))]).toEqual(problems);
  });

  it.each([
    ['a byte-order mark', `\ufeff${manifest}`],
    ['Windows line ends', manifest.replaceAll('\n', '\r\n')],
    ['ten thousand documents', `${manifest}---\n`.repeat(10_000)],
  ])('%s is no trouble', async (_, text) => {
    expect(await judged(folderOf({ 'a.yaml': text }))).toEqual([]);
  });

  it('links in a circle and out of the folder are not followed', async () => {
    const folder = folderOf({});
    symlinkSync(folder, join(folder, 'again'));
    symlinkSync('/etc/hostname', join(folder, 'outside.yaml'));
    for (const problem of await judged(folder)) expect(problem).toMatch(/ (again|outside\.yaml)$/);
  });

  it.skipIf(process.getuid?.() === 0)(
    'files that may not be read (needs another user than root)',
    async () => {
      const folder = folderOf({ 'a.yaml': manifest });
      chmodSync(join(folder, 'a.yaml'), 0);
      expect(await judged(folder)).toEqual(['unreadable a.yaml']);
    },
  );

  it('nothing read is no pass', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plinth-bad-'));
    folders.push(folder);
    expect((await verify(folder)).summary.outcome).toBe('nothing-read');
  });
});
