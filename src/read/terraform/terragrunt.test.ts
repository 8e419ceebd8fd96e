import { describe, expect, it } from 'vitest';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import { readRepository } from '../read-repository.ts';
import { generatedFolders, reportTerragrunt } from './terragrunt.ts';

function generated(files: Record<string, string>): (folder: string) => boolean {
  const folders = Object.keys(files).flatMap((path) =>
    path.endsWith('.tf') ? [path.slice(0, path.lastIndexOf('/'))] : [],
  );
  return generatedFolders(memoryRepository(files), folders);
}

describe('generatedFolders', () => {
  it('finds none without Terragrunt', () => {
    expect(generated({ 'vpc/main.tf': '' })('vpc')).toBe(false);
  });

  it.each([
    ['a path', '../../modules/vpc'],
    ['a path with a double slash', '../..//modules/vpc'],
    ['a path behind an expression', '${get_repo_root()}/modules//vpc?ref=v1'],
    [
      'one of two',
      '${local.released ? "git::https://example.com/a.git//modules/vpc?ref=v1" : "../..//modules/vpc"}',
    ],
  ])('finds the folder that a source names: %s', (_, source) => {
    const isGenerated = generated({
      'live/prod/terragrunt.hcl': `terraform {\n  source = "${source}"\n}\n`,
      'modules/vpc/main.tf': '',
      'other/main.tf': '',
    });
    expect(isGenerated('modules/vpc')).toBe(true);
    expect(isGenerated('live/prod')).toBe(true);
    expect(isGenerated('other')).toBe(false);
  });

  it('leaves modules from elsewhere out', () => {
    const isGenerated = generated({
      'vpc/main.tf': '',
      'live/terragrunt.hcl':
        'terraform {\n  source = "git::https://example.com/modules.git//vpc?ref=v1"\n}\n',
    });
    expect(isGenerated('vpc')).toBe(false);
  });

  it('takes every folder where a source is nothing but expressions', () => {
    const isGenerated = generated({
      'root.hcl': 'terraform {\n  source = "${local.base}${local.module}"\n}\n',
      'modules/vpc/main.tf': '',
    });
    expect(isGenerated('modules/vpc')).toBe(true);
  });
});

describe('reportTerragrunt', () => {
  const told = (...paths: readonly string[]) => {
    const repository = memoryRepository(Object.fromEntries(paths.map((path) => [path, ''])));
    reportTerragrunt(repository);
    return repository.problems.map(({ path, message }) => `${path}: ${message}`);
  };

  it('says once how many configurations are not evaluated', () => {
    expect(told('live/prod/terragrunt.hcl', 'live/dev/terragrunt.hcl', 'root.hcl')).toEqual([
      expect.stringMatching(/^live\/dev\/terragrunt\.hcl: 3 configurations of Terragrunt are not evaluated/),
    ]);
    expect(told('terragrunt.hcl')).toEqual([
      expect.stringMatching(/this configuration of Terragrunt is not/),
    ]);
  });

  it('is asked where there is nothing else', async () => {
    const repository = memoryRepository({ 'live/terragrunt.hcl': 'inputs = {}\n' });
    await readRepository(repository, { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: false });
    expect(repository.problems).toHaveLength(1);
  });

  it('says nothing of other tools', () => {
    expect(told('root.hcl', 'build.pkr.hcl', 'main.tf')).toEqual([]);
  });
});
