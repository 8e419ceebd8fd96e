import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/athena-results-unencrypted',
  title: 'Query results whose encryption nobody asked for',
  dimension: 'security',
  severity: 'low',
  why: 'Athena writes the answer of every query into a bucket, often an extract of what is best protected elsewhere. Unless the workgroup or the database says how it is encrypted, the bucket it happens to go to decides, and a client may name another one. State it in the workgroup and enforce it.',
  sameAs: [
    'checkov:CKV_AWS_159',
    'checkov:CKV_AWS_77',
    'kics:terraform/aws/athena_database_not_encrypted',
    'kics:terraform/aws/athena_workgroup_not_encrypted',
    'trivy:AWS-0006',
  ],
  controls: ['pci-dss:3.5.1', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html'],
  visits: resources('aws_athena_workgroup', 'aws_athena_database'),
  judge({ resource, node }) {
    const results = ['configuration', 'result_configuration'];
    const path =
      resource.type === 'aws_athena_workgroup'
        ? [...results, 'encryption_configuration']
        : ['encryption_configuration'];
    if (node.has(...path)) return;
    // Athena keeps the results itself, encrypted
    if (node.flag('configuration', 'managed_query_results_configuration', 'enabled') === true) return;
    return {
      message: `${resource.address} leaves the encryption of its results to the bucket that they go to: add ${path.join('.')}.`,
      at: node.get(...results) ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'encrypt results with the keys of S3 (SSE_S3), also where the bucket has a key of its own',
        edits: [{ op: 'set', in: node, path: [...path, 'encryption_option'], value: 'SSE_S3' }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_athena_workgroup" "reports" {\n  name = "reports"\n\n  configuration {\n    result_configuration {\n      output_location = "s3://acme-query-results/"\n    }\n  }\n}\n',
    good: 'resource "aws_athena_workgroup" "reports" {\n  name = "reports"\n\n  configuration {\n    result_configuration {\n      output_location = "s3://acme-query-results/"\n\n      encryption_configuration {\n        encryption_option = "SSE_S3"\n      }\n    }\n  }\n}\n',
  },
});
