import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { schemaSubjects } from './schema-subjects.ts';

const eip = 'resource "aws_eip" "gateway" {\n  vpc = true\n}\n';

async function admitted(files: Readonly<Record<string, string>>) {
  const { graph } = await readFiles(files);
  const [subject] = graph.select(schemaSubjects);
  return subject && { versions: subject.facts.versions, certain: subject.facts.certain };
}

function requiring(version: string, source = 'hashicorp/aws'): string {
  return `terraform {\n  required_providers {\n    aws = {\n      source  = "${source}"\n      version = "${version}"\n    }\n  }\n}\n`;
}

describe('versions of a provider that a root may run with', () => {
  it.each([
    ['~> 5.0', 1, true],
    ['~> 6.0', 2, false],
    ['>= 5.0, < 6.1', 3, true],
    ['>= 3.0', 3, false],
    ['~> 4.0', 0, true],
  ])('reads them off the constraint %s', async (constraint, versions, certain) => {
    expect(await admitted({ 'main.tf': requiring(constraint) + eip })).toEqual({ versions, certain });
  });

  it('takes all where nothing is said', async () => {
    expect(await admitted({ 'main.tf': eip })).toEqual({ versions: 3, certain: false });
  });

  it('holds to the constraints of called modules too', async () => {
    const files = { 'main.tf': `${eip}module "m" {\n  source = "./m"\n}\n`, 'm/main.tf': requiring('< 6.0') };
    expect(await admitted(files)).toEqual({ versions: 1, certain: true });
  });

  it('holds to the lock file before all', async () => {
    const lock = 'provider "registry.terraform.io/hashicorp/aws" {\n  version = "5.31.0"\n}\n';
    const files = { 'main.tf': requiring('>= 5.0') + eip, '.terraform.lock.hcl': lock };
    expect(await admitted(files)).toEqual({ versions: 1, certain: true });
  });

  it('knows nothing of providers of the same name from elsewhere', async () => {
    expect(await admitted({ 'main.tf': requiring('~> 5.0', 'example/aws') + eip })).toBeUndefined();
    const passing = 'module "m" {\n  source = "./m"\n  providers = {\n    aws = other\n  }\n}\n';
    expect(await admitted({ 'main.tf': passing, 'm/main.tf': eip })).toBeUndefined();
    expect(await admitted({ 'main.tf': `${eip.replace('vpc', 'provider = other\n  vpc')}` })).toBeUndefined();
  });
});
