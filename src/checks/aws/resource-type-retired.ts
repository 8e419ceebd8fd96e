import { retiredTypes } from '../../graph/aws/retirements.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

const current = [...new Set(Object.values(retiredTypes))];

export default check({
  id: 'aws/resource-type-retired',
  title: 'Resource type that is on its way out',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'These types stand for what AWS or its provider has given up: they get no new features, accounts made lately may not use some of them, and a later major version of the provider drops them. Changing the type is cheapest while nothing else changes.',
  sameAs: ['checkov:CKV_AWS_196', 'checkov:CKV_AWS_198'],
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs',
    'https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html',
  ],
  visits: resources(...Object.keys(retiredTypes), ...current),
  judge({ resource }) {
    const next = retiredTypes[resource.type];
    if (!next) return;
    return { message: `${resource.address} is of a type that is given up: move it to ${next}.` };
  },
  examples: {
    bad: 'resource "aws_s3_bucket_object" "page" {\n  bucket  = "acme-pages"\n  key     = "index.html"\n  content = "<h1>Hello</h1>"\n}\n',
    good: 'resource "aws_s3_object" "page" {\n  bucket  = "acme-pages"\n  key     = "index.html"\n  content = "<h1>Hello</h1>"\n}\n',
  },
});
