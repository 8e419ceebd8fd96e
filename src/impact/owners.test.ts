import { describe, expect, it } from 'vitest';
import { shop } from '../../tests/support/impact-of.ts';
import { readFiles } from '../../tests/support/read-example.ts';
import { ownersOf } from './owners.ts';

describe('owners', () => {
  it('are those that a thing names, then its provider, then the last rule of CODEOWNERS that covers it', async () => {
    const { graph } = await readFiles({
      'k8s/shop.yaml': shop,
      'tf/main.tf':
        'resource "aws_s3_bucket" "a" {\n  tags = { Team = "media" }\n}\nresource "aws_s3_bucket" "b" {}\nprovider "aws" {\n  default_tags {\n    tags = { owner = "platform" }\n  }\n}\n',
      'other/main.tf': 'resource "aws_s3_bucket" "c" {}\n',
    });
    const owners = ownersOf(
      graph,
      '* @everyone\n/k8s/ @kube @cluster # comment\nmain.tf @terraform\n[Section]\n',
    );
    const of = (address: string) => owners(graph.at(address)[0]!).map(({ name, by }) => `${name} ${by}`);
    expect(of('Deployment/shop/api')).toEqual(['checkout label']);
    expect(of('Service/shop/api')).toEqual(['@kube CODEOWNERS', '@cluster CODEOWNERS']);
    expect(of('aws_s3_bucket.a')).toEqual(['media tag']);
    expect(of('aws_s3_bucket.b')).toEqual(['platform tag']);
    expect(of('aws_s3_bucket.c')).toEqual(['@terraform CODEOWNERS']);
  });
});
