import { versionsInWords } from '../../graph/terraform/schema-severity.ts';
import { schemaSubjects } from '../../graph/terraform/schema-subjects.ts';
import { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/resource-type-deprecated',
  title: 'Resource type that the provider is going to remove',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'A provider deprecates a resource type when another takes its place, or when the service behind it ends. It still works and warns at every plan; a later major version of the provider refuses it, and by then what it manages has to be moved in a hurry.',
  sources: ['https://developer.hashicorp.com/terraform/plugin/sdkv2/best-practices/deprecations'],
  visits: schemaSubjects,
  judge({ resource, facts, versions }) {
    const deprecated = (facts.schema.type(resource.type)?.deprecatedIn ?? 0) & versions;
    if (deprecated === 0) return;
    const { file, block } = resource.declared;
    return {
      at: new Node(file, block.start, block.open, null),
      message: `${resource.local} is of a type that is deprecated (${versionsInWords(facts, deprecated)}): the documentation of the type says what takes its place.`,
    };
  },
  examples: {
    bad: 'resource "aws_s3_bucket_object" "page" {\n  bucket = "orders"\n  key    = "index.html"\n  source = "index.html"\n}\n',
    good: 'resource "aws_s3_object" "page" {\n  bucket = "orders"\n  key    = "index.html"\n  source = "index.html"\n}\n',
  },
});
