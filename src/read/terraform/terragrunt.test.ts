import { describe, expect, it } from 'vitest';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import { generatedFolders } from './terragrunt.ts';

function generated(files: Record<string, string>): (folder: string) => boolean {
  return generatedFolders(memoryRepository(files));
}

describe('generatedFolders', () => {
  it('finds none without Terragrunt', () => {
    expect(generated({ 'vpc/main.tf': '' })('vpc')).toBe(false);
  });

  it.each([
    ['a path', '../../modules/vpc'],
    ['a path with a double slash', '../..//modules/vpc'],
    ['a path behind an expression', '${get_repo_root()}/modules//vpc?ref=v1'],
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
      'live/terragrunt.hcl':
        'terraform {\n  source = "git::https://example.com/modules.git//vpc?ref=v1"\n}\n',
    });
    expect(isGenerated('vpc')).toBe(false);
  });

  it('takes every folder where a source is nothing but expressions', () => {
    const isGenerated = generated({
      'root.hcl': 'terraform {\n  source = "${local.base}${local.module}"\n}\n',
    });
    expect(isGenerated('anything')).toBe(true);
  });
});
