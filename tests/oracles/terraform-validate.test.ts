import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { judge } from '../../src/verdict/judge.ts';
import { allChecks } from '../../src/verdict/select-checks.ts';
import { readFiles } from '../support/read-example.ts';
import { provideTerraform } from '../support/terraform.ts';
import { providerSnippets } from './provider-snippets.ts';

const versions =
  'terraform {\n  required_providers {\n    aws = {\n      source  = "hashicorp/aws"\n      version = "5.100.0"\n    }\n  }\n}\n';
const ids = new Set(
  [
    'argument-unknown',
    'argument-removed',
    'argument-missing',
    'argument-type',
    'argument-conflict',
    'attribute-read-only',
    'block-count',
    'resource-type-unknown',
    'reference-attribute-unknown',
  ].map((name) => `terraform/${name}`),
);

/** Each snippet as a file of one root, so that one run of Terraform judges them all. */
const files: Readonly<Record<string, string>> = Object.fromEntries(
  providerSnippets.map((text, at) => {
    const name = `s${String(at).padStart(2, '0')}`;
    return [`${name}.tf${text.startsWith('{') ? '.json' : ''}`, `${text.replaceAll('$', name)}\n`];
  }),
);

const folder = mkdtempSync(join(tmpdir(), 'plinth-validate-'));
writeFileSync(join(folder, 'versions.tf'), versions);
const terraform = provideTerraform();
const hasProvider = terraform?.run(folder, 'init', '-backend=false').ok === true;
afterAll(() => {
  rmSync(folder, { recursive: true });
  terraform?.close();
});

interface Diagnostic {
  readonly severity: string;
  readonly range?: { readonly filename: string };
}

function refusedByTerraform(): ReadonlySet<string> {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  const { diagnostics } = JSON.parse(terraform!.run(folder, 'validate', '-json').stdout) as {
    diagnostics: readonly Diagnostic[];
  };
  return new Set(
    diagnostics.flatMap(({ severity, range }) => (severity === 'error' && range ? [range.filename] : [])),
  );
}

async function refusedByChecks(): Promise<ReadonlySet<string>> {
  const lock = readFileSync(join(folder, '.terraform.lock.hcl'), 'utf8');
  const { graph } = await readFiles({ ...files, 'versions.tf': versions, '.terraform.lock.hcl': lock });
  const { findings } = judge(
    graph,
    (await allChecks()).filter(({ id }) => ids.has(id)),
  );
  return new Set(findings.map(({ origin }) => origin.file.path));
}

describe.skipIf(!hasProvider)('the same as terraform validate (needs terraform with hashicorp/aws)', () => {
  const refused = hasProvider ? refusedByTerraform() : new Set<string>();
  const told = hasProvider ? refusedByChecks() : Promise.resolve(new Set<string>());
  it('refuses some and takes some', () => {
    expect(refused.size).toBeGreaterThanOrEqual(25);
    expect(refused.size).toBeLessThanOrEqual(providerSnippets.length - 12);
  });
  for (const [path, text] of Object.entries(files))
    it(text, async () => {
      expect((await told).has(path)).toBe(refused.has(path));
    });
});
