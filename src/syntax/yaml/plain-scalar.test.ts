import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CORE_SCHEMA } from 'js-yaml';
import { expect, test } from 'vitest';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from './parse-yaml.ts';
import { resolvePlain } from './plain-scalar.ts';

const scalars = `
  yes Yes YES no No NO on On ON off Off OFF y Y n N oN yEs true True TRUE tRUE false False FALSE null Null NULL ~ nULL
  0 -0 +0 00 1 -1 +12 09 014 0o14 0O14 0o8 0x1F 0X1f 0x -0x10 +0x10 0b11 0B1 -0b11 0b2 0x1G 1_000 1__0 1_ _1 0_7
  9007199254740993 12345678901234567890 123456789012345678901234567890 0xFFFFFFFFFFFFFFFF 0x1FFFFFFFFFFFFFFFF
  1.5 1. .5 -.5 +.5 ._5 1e3 1E3 1e+3 1e-3 .5e3 1.5e 1e400 1.2.3 0.1e-2 1_0.5 1e1_0 . .. - + -- -a +a
  12:30:45 1:2 2001-12-14 2001-12-14t21:59:43.10-05:00 1.20 v1 1m 500Mi 0.0.0.0 0777 0644 123abc a1
`
  .trim()
  .split(/\s+/);

test.each(scalars)('core: %s is what js-yaml says', (text) => {
  expect(resolvePlain(text, 'core')).toEqual(CORE_SCHEMA.resolveImplicitScalarTag(text).value);
});

const hasKubectl = spawnSync('kubectl', ['version', '--client']).status === 0;

/** The `spec` of an object as kubectl reads it, `undefined` where it refuses the file. */
function readByKubectl(spec: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-yaml-'));
  try {
    const file = join(folder, 'object.yaml');
    writeFileSync(
      file,
      `apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: a}\nspec:${spec.startsWith('\n') ? '' : ' '}${spec}\n`,
    );
    const { stdout } = spawnSync('kubectl', ['label', '--local', '-f', file, 'a=b', '-o', 'json'], {
      encoding: 'utf8',
    });
    return stdout === '' ? undefined : JSON.parse(stdout).spec;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readByUs(spec: string): unknown {
  const text = `spec:${spec.startsWith('\n') ? '' : ' '}${spec}\n`;
  const { documents } = parseYaml(new SourceFile('a.yaml', text));
  return documents[0]?.peek('spec')?.plain();
}

const title = hasKubectl ? 'as kubectl reads it' : 'as kubectl reads it: kubectl is not on this machine';

test.skipIf(!hasKubectl)(`kubernetes: all plain scalars, ${title}`, () => {
  const usable = scalars.filter((text) => text !== '-');
  const spec = usable.map((text) => `\n  - ${text}`).join('');
  const values = readByKubectl(spec) as unknown[];
  expect(Object.fromEntries(usable.map((text) => [text, resolvePlain(text, 'kubernetes')]))).toEqual(
    Object.fromEntries(usable.map((text, at) => [text, values[at]])),
  );
});

test
  .skipIf(!hasKubectl)
  .each([
    ['{a: 1, a: 2}'],
    ['{yes: 1, 0x10: 2, 1.50: 3, 1e3: 4, 012: 5, "no": 6}'],
    ['{<<: {a: 1}, a: 2}'],
    ['{a: 2, <<: {a: 1}}'],
    ['{<<: [{a: 1}, {a: 2, b: 3}], c: 4}'],
    ['{"<<": {a: 1}}'],
    ['\n  a: &x {b: 1}\n  c: *x'],
    ['"a\nb"'],
    ["'a\n\tb'"],
    ['{\na: 1\n}'],
    ['[\n\t1,\n2]'],
    ['\n  a:\t1'],
    ['\n  a : 1'],
    ['\n  a:\n  - b\n  -\n    - c\n  d: >-\n    x\n    y\n\n      z\n'],
    ['|+\n  a\n\n'],
    ['!foo {a: !bar 1}'],
    ['[!!str 1, !!int "1", !!float 1, !!bool "yes", !!null "", !!binary aGVsbG8=]'],
    ['[a:b, c: d, "e":f, http://x]'],
  ])(`kubernetes: %j, ${title}`, (spec) => {
  const theirs = readByKubectl(spec);
  expect(theirs).toBeDefined();
  expect(readByUs(spec)).toEqual(theirs);
});
