import { expect, it } from 'vitest';
import { readFiles } from '../../tests/support/read-example.ts';
import { checksFor } from './select-checks.ts';

async function familiesFor(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { graph } = await readFiles(files);
  return [...new Set((await checksFor(graph)).map(({ id }) => id.split('/')[0]!))].sort();
}

it.each([
  ['resource "aws_s3_bucket" "a" {}', 'aws'],
  ['data "aws_ami" "a" {}', 'aws'],
  ['provider "aws" {}', 'aws'],
  ['resource "azurerm_storage_account" "a" {}', 'azure'],
  ['resource "azuread_application" "a" {}', 'azure'],
  ['resource "google_storage_bucket" "a" {}', 'gcp'],
])('loads for %s the checks of its cloud and no other', async (text, family) => {
  const families = await familiesFor({ 'main.tf': `${text}\n` });
  expect(families.filter((one) => ['aws', 'azure', 'gcp'].includes(one))).toEqual([family]);
  expect(families).toContain('terraform');
});

it('loads none of a cloud for manifests, and always what looks across sources', async () => {
  const families = await familiesFor({ 'a.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\n' });
  expect(families).toEqual(['contracts', 'kubernetes']);
});
