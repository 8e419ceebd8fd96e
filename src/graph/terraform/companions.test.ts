import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { Undecided } from '../../model/unknown.ts';
import { companionsOf } from './companions.ts';

/** The versioning resources of each bucket, or why that cannot be told. */
async function versioningOf(files: string | Record<string, string>) {
  const { graph } = await readFiles(typeof files === 'string' ? { 'main.tf': files } : files);
  const entries = graph.ofType('aws_s3_bucket').map((bucket) => {
    try {
      const found = companionsOf(graph, bucket, 'aws_s3_bucket_versioning', 'bucket');
      return [bucket.address, found.map(({ address }) => address)] as const;
    } catch (error) {
      if (error instanceof Undecided) return [bucket.address, error.reason] as const;
      throw error;
    }
  });
  return Object.fromEntries(entries);
}

describe('companions of a resource', () => {
  it('are found by reference, and by the name that both write', async () => {
    const found = await versioningOf(`
locals { name = "named" }
resource "aws_s3_bucket" "referred" { bucket = "a" }
resource "aws_s3_bucket" "named" { bucket = local.name }
resource "aws_s3_bucket" "alone" { bucket = "b" }
resource "aws_s3_bucket_versioning" "x" { bucket = aws_s3_bucket.referred.id }
resource "aws_s3_bucket_versioning" "y" { bucket = "named" }
`);
    expect(found).toEqual({
      'aws_s3_bucket.referred': ['aws_s3_bucket_versioning.x'],
      'aws_s3_bucket.named': ['aws_s3_bucket_versioning.y'],
      'aws_s3_bucket.alone': [],
    });
  });

  it('are found by a name that cannot be told, where both write it alike', async () => {
    const found = await versioningOf(`
variable "name" {}
resource "aws_s3_bucket" "named" { bucket = "\${var.name}-data" }
resource "aws_s3_bucket" "logs" { bucket = "\${var.name}-logs" }
resource "aws_s3_bucket_versioning" "x" { bucket = "\${var.name}-data" }
`);
    expect(found).toEqual({
      'aws_s3_bucket.named': ['aws_s3_bucket_versioning.x'],
      'aws_s3_bucket.logs': [],
    });
  });

  it('belong to any, where what both write stands for something else each time', async () => {
    const found = await versioningOf(`
variable "name" {}
resource "aws_s3_bucket" "one" { bucket = "\${var.name}-\${uuid()}" }
resource "aws_s3_bucket_versioning" "x" { bucket = "\${var.name}-\${uuid()}" }
`);
    expect(found['aws_s3_bucket.one']).toMatch(/in a way that cannot be told/);
  });

  it.each([
    ['by key', 'for_each = toset(["a", "b"])', 'aws_s3_bucket.all[each.key].id'],
    [
      'by key, where the name is written',
      'for_each = toset(["a", "b"])',
      'aws_s3_bucket.all[each.key].bucket',
    ],
    ['by value', 'for_each = aws_s3_bucket.all', 'each.value.id'],
  ])('belong to one instance each: %s', async (_, each, bucket) => {
    const found = await versioningOf(`
resource "aws_s3_bucket" "all" {
  for_each = toset(["a", "b"])
  bucket   = each.key
}
resource "aws_s3_bucket_versioning" "all" {
  ${each}
  bucket = ${bucket}
}
`);
    expect(found).toEqual({
      'aws_s3_bucket.all["a"]': ['aws_s3_bucket_versioning.all["a"]'],
      'aws_s3_bucket.all["b"]': ['aws_s3_bucket_versioning.all["b"]'],
    });
  });

  it('are found when only one instance has one', async () => {
    const found = await versioningOf(`
resource "aws_s3_bucket" "all" {
  count  = 2
  bucket = "b\${count.index}"
}
resource "aws_s3_bucket_versioning" "first" { bucket = aws_s3_bucket.all[0].id }
`);
    expect(found).toEqual({
      'aws_s3_bucket.all[0]': ['aws_s3_bucket_versioning.first'],
      'aws_s3_bucket.all[1]': [],
    });
  });

  it('are found in a module that is given the resource', async () => {
    const found = await versioningOf({
      'main.tf': `
resource "aws_s3_bucket" "a" { bucket = "a" }
resource "aws_s3_bucket" "b" { bucket = "b" }
module "versions" {
  source = "./versions"
  name   = aws_s3_bucket.a.id
}
`,
      'versions/main.tf': `
variable "name" {}
resource "aws_s3_bucket_versioning" "this" { bucket = var.name }
`,
    });
    expect(found).toEqual({
      'aws_s3_bucket.a': ['module.versions.aws_s3_bucket_versioning.this'],
      'aws_s3_bucket.b': [],
    });
  });

  it('may be there where a module that is not in the repository gets the resource', async () => {
    const found = await versioningOf(`
resource "aws_s3_bucket" "a" { bucket = "a" }
module "versions" {
  source = "example/versions/aws"
  bucket = aws_s3_bucket.a.id
}
`);
    expect(found['aws_s3_bucket.a']).toContain(
      'module versions (example/versions/aws) is not in the repository',
    );
  });

  it('may be there where one names what cannot be told, or its count cannot be told', async () => {
    const found = await versioningOf(`
variable "name" {}
resource "aws_s3_bucket" "a" { bucket = "a" }
resource "aws_s3_bucket_versioning" "x" { bucket = var.name }
`);
    expect(found['aws_s3_bucket.a']).toContain(
      'aws_s3_bucket_versioning.x names its bucket in a way that cannot',
    );
    const counted = await versioningOf(`
variable "on" {}
resource "aws_s3_bucket" "a" { bucket = "a" }
resource "aws_s3_bucket_versioning" "x" {
  count  = var.on ? 1 : 0
  bucket = aws_s3_bucket.a.id
}
`);
    expect(counted['aws_s3_bucket.a']).toContain(
      'whether aws_s3_bucket_versioning.x[?] is there cannot be told',
    );
  });

  it('may be there where another root looks the resource up, and not where the same root does', async () => {
    const lookup = 'data "aws_s3_bucket" "a" { bucket = "a" }\n';
    const versioning = 'resource "aws_s3_bucket_versioning" "x" { bucket = data.aws_s3_bucket.a.id }\n';
    const bucket = 'resource "aws_s3_bucket" "a" { bucket = "a" }\n';
    const apart = await versioningOf({ 'one/main.tf': bucket, 'two/main.tf': lookup + versioning });
    expect(apart['aws_s3_bucket.a']).toBe('aws_s3_bucket_versioning.x of terraform:two may be for it');
    const together = await versioningOf(`${bucket}data "aws_s3_bucket" "b" { bucket = "b" }
resource "aws_s3_bucket_versioning" "x" { bucket = data.aws_s3_bucket.b.id }
`);
    expect(together['aws_s3_bucket.a']).toEqual([]);
  });
});
