import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { modules } from '../../../src/design/terraform/generated/modules.ts';
import { provideTerraform } from '../../support/terraform.ts';
import { layOutModules, moduleNames, modulesFolder } from '../../support/terraform-modules.ts';

const terraform = provideTerraform();
const folder = terraform ? layOutModules() : '';
afterAll(() => {
  if (folder !== '') rmSync(folder, { recursive: true });
  terraform?.close();
});

describe.each(moduleNames)('the module %s', (name) => {
  const files = modules[name] ?? {};
  const variables = blocksOf(files['variables.tf'] ?? '', 'variable');
  const outputs = blocksOf(files['outputs.tf'] ?? '', 'output');

  it('has a test that asks something', () => {
    const tests = Object.keys(files).filter((path) => path.endsWith('.tftest.hcl'));
    expect(tests).toEqual([`tests/${name}.tftest.hcl`]);
    expect(files[tests[0]!]).toMatch(/\n {2}assert \{/);
  });

  it('describes and types what it takes and tells', () => {
    for (const [label, body] of variables) {
      expect(body, label).toMatch(/\n {2}description += "[^"]/);
      expect(body, label).toMatch(/\n {2}type += /);
    }
    for (const [label, body] of outputs) expect(body, label).toMatch(/\n {2}description += "[^"]/);
  });

  it('tells in its README what it takes and tells, with an example that gives what is required', () => {
    const readme = files['README.md']!;
    const [, example] = /```hcl\n([\s\S]*?)```/.exec(readme) ?? [];
    expect(example).toContain(`source = "../../../modules/${name}"`.slice(-name.length - 9));
    const listed = [...readme.matchAll(/^\| `(\w+)` \|/gm)].map(([, label]) => label);
    expect(listed).toEqual([...variables, ...outputs].map(([label]) => label));
    for (const [label, body] of variables) {
      const [, type, fallback] =
        new RegExp(`^\\| \`${label}\` \\|.* \\| \`(.+?)\` \\| (.+) \\|$`, 'm').exec(readme) ?? [];
      expect(type?.replace(/\W/g, ''), label).toBe(
        /\n {2}type += (.*(?:\n {3,}.*|\n {2}[)}].*)*)/.exec(body)![1]!.replace(/\W/g, ''),
      );
      expect(fallback === 'required', label).toBe(!/\n {2}default += /.test(body));
    }
    for (const [label, body] of variables)
      if (!/\n {2}default += /.test(body))
        expect(example, label).toMatch(new RegExp(`^ {2}${label} += `, 'm'));
    const known = new Set(variables.map(([label]) => label));
    for (const [, given] of example!.matchAll(/^ {2}(\w+) += /gm))
      if (given !== 'source' && given !== 'providers') expect(known, given).toContain(given);
  });
});

describe.skipIf(!terraform)('Terraform itself (needs terraform with hashicorp/aws)', () => {
  it('would not format any module otherwise', () => {
    const { ok, told } = terraform!.run(modulesFolder, 'fmt', '-check', '-recursive', '-diff');
    expect(ok, told).toBe(true);
  });

  it.each(['bucket', 'addon-identity'])('takes %s for valid', (name) => {
    const { ok, told } = terraform!.test(join(folder, name));
    expect(ok, told).toBe(true);
  });
});

it('embeds all files that are there', () => {
  for (const name of moduleNames) {
    const own = readdirSync(join(modulesFolder, name)).filter((path) => path.endsWith('.tf'));
    for (const path of own)
      expect(modules[name]?.[path], `${name}/${path}: npm run gen`).toBe(
        readFileSync(join(modulesFolder, name, path), 'utf8'),
      );
    expect(existsSync(join(modulesFolder, name, 'README.md'))).toBe(true);
  }
});

function blocksOf(text: string, type: string): [label: string, body: string][] {
  return [...text.matchAll(new RegExp(`^${type} "(\\w+)" (\\{\\n[\\s\\S]*?)^\\}`, 'gm'))].map(
    ([, label, body]) => [label!, body!],
  );
}
