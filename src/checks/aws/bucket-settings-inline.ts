import { resources } from '../../graph/selector.ts';
import { certainCompanionsOf } from '../../graph/terraform/companions.ts';
import { providerMajor } from '../../graph/terraform/provider-major.ts';
import { check } from '../check.ts';

/** Deprecated arguments of a bucket → the resource that takes their place. Source: Terraform AWS provider, version 4 upgrade guide. */
const moved: Readonly<Record<string, string>> = {
  acl: 'aws_s3_bucket_acl',
  cors_rule: 'aws_s3_bucket_cors_configuration',
  grant: 'aws_s3_bucket_acl',
  lifecycle_rule: 'aws_s3_bucket_lifecycle_configuration',
  logging: 'aws_s3_bucket_logging',
  object_lock_configuration: 'aws_s3_bucket_object_lock_configuration',
  policy: 'aws_s3_bucket_policy',
  replication_configuration: 'aws_s3_bucket_replication_configuration',
  server_side_encryption_configuration: 'aws_s3_bucket_server_side_encryption_configuration',
  versioning: 'aws_s3_bucket_versioning',
  website: 'aws_s3_bucket_website_configuration',
};

export default check({
  id: 'aws/bucket-settings-inline',
  title: 'Bucket settings in deprecated arguments',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'Since version 4 of the provider the settings of a bucket are resources of their own; the arguments inside the bucket are deprecated and will go. Where a setting is written in both places, the two overwrite each other at every apply.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-4-upgrade#s3-bucket-refactor',
  ],
  visits: resources('aws_s3_bucket'),
  judge({ resource, node }, graph) {
    const used = Object.keys(moved).filter((name) => node.has(name));
    const [first] = used;
    if (!first) return;
    const twice = used.find(
      (name) => certainCompanionsOf(graph, resource, moved[name]!, 'bucket').length > 0,
    );
    if (twice)
      return {
        message: `${resource.address} sets ${twice} and has an ${moved[twice]!} besides: each apply of one undoes the other. Keep the resource.`,
        at: node.get(twice)!,
        severity: 'medium',
      };
    if ((providerMajor(graph, resource.unit, 'aws') ?? 4) < 4) return;
    return {
      message: `${resource.address} sets ${used.join(', ')} in deprecated arguments: move ${used.length === 1 ? 'it' : 'them'} to ${used.map((name) => moved[name]).join(', ')}.`,
      at: node.get(first)!,
    };
  },
  examples: {
    bad: 'resource "aws_s3_bucket" "invoices" {\n  bucket = "acme-invoices"\n\n  versioning {\n    enabled = true\n  }\n}\n',
    good: 'resource "aws_s3_bucket" "invoices" {\n  bucket = "acme-invoices"\n}\n\nresource "aws_s3_bucket_versioning" "invoices" {\n  bucket = aws_s3_bucket.invoices.id\n\n  versioning_configuration {\n    status = "Enabled"\n  }\n}\n',
  },
});
