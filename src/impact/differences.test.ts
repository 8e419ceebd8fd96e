import { describe, expect, it } from 'vitest';
import { readFiles } from '../../tests/support/read-example.ts';
import { differencesBetween } from './differences.ts';

async function changesBetween(
  before: Record<string, string>,
  now: Record<string, string>,
): Promise<string[]> {
  const differences = differencesBetween((await readFiles(before)).graph, (await readFiles(now)).graph);
  return differences.map(({ change, resource, paths }) => [change, resource.address, ...paths].join(' '));
}

const bucket = (rest: string) => ({ 'main.tf': `resource "aws_s3_bucket" "a" {\n${rest}}\n` });
const deployment = (spec: string) => ({
  'a.yaml': `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: api }\nspec:\n${spec}`,
});

describe('differences', () => {
  it('are what changed, with what went and without what is new', async () => {
    const before = { 'main.tf': 'resource "aws_s3_bucket" "a" {}\nresource "aws_s3_bucket" "b" {}\n' };
    const now = {
      'main.tf': 'resource "aws_s3_bucket" "b" {\n  tags = { a = "b" }\n}\nresource "aws_s3_bucket" "c" {}\n',
    };
    expect(await changesBetween(before, now)).toEqual([
      'destroy aws_s3_bucket.a',
      'modify aws_s3_bucket.b tags',
    ]);
  });

  it('are none where only the text or the place differs', async () => {
    expect(await changesBetween(bucket('  bucket = "a"\n'), bucket('  # why\n  bucket = "a"\n\n'))).toEqual(
      [],
    );
    const moved = { 'storage/main.tf': bucket('  bucket = "a"\n')['main.tf'] };
    expect(await changesBetween(bucket('  bucket = "a"\n'), moved)).toEqual([]);
  });

  it('replace where a provider or the API server makes it anew', async () => {
    expect(await changesBetween(bucket('  bucket = "a"\n'), bucket('  bucket = "b"\n'))).toEqual([
      'replace aws_s3_bucket.a bucket',
    ]);
    expect(await changesBetween(deployment('  replicas: 1\n'), deployment('  replicas: 2\n'))).toEqual([
      'modify Deployment/api spec.replicas',
    ]);
    const selecting = (label: string) => deployment(`  selector: { matchLabels: { app: ${label} } }\n`);
    expect(await changesBetween(selecting('a'), selecting('b'))).toEqual([
      'replace Deployment/api spec.selector.matchLabels.app',
    ]);
  });

  it('follow variables and what is known only later', async () => {
    const using = (value: string, key: string) => ({
      'main.tf': `variable "name" {\n  type = string\n}\nresource "aws_kms_key" "a" {}\nresource "aws_kms_key" "b" {}\nresource "aws_sqs_queue" "it" {\n  name              = var.name\n  kms_master_key_id = aws_kms_key.${key}.arn\n}\n`,
      'terraform.tfvars': `name = "${value}"\n`,
    });
    expect(await changesBetween(using('a', 'a'), using('b', 'a'))).toEqual(['replace aws_sqs_queue.it name']);
    expect(await changesBetween(using('a', 'a'), using('a', 'b'))).toEqual([
      'modify aws_sqs_queue.it kms_master_key_id',
    ]);
  });
});
