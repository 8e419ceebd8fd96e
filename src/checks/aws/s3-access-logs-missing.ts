import { purposeOf } from '../../graph/aws/s3-buckets.ts';
import type { Graph } from '../../graph/graph.ts';
import { resources } from '../../graph/selector.ts';
import { companionsOf } from '../../graph/terraform/companions.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/s3-access-logs-missing',
  title: 'Bucket whose readers nobody records',
  dimension: 'observability',
  severity: 'info',
  why: 'After a leak the question is which objects were read and by whom, and without access logs, or data events in a trail, nothing answers it. Access logs cost only what they take up. They weigh more for the bucket that holds the trail and for Terraform state; buckets that only take in logs are left alone.',
  sameAs: [
    'checkov:CKV_AWS_18',
    'kics:terraform/aws/cloudtrail_log_files_s3_bucket_with_logging_disabled',
    'kics:terraform/aws/s3_bucket_logging_disabled',
    'regula:FG_R00031',
    'regula:FG_R00274',
    'trivy:AWS-0089',
    'trivy:AWS-0163',
  ],
  controls: ['cis-aws:3.4', 'pci-dss:10.2.1', 'soc2:CC7.2', 'hipaa:164.312(b)'],
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html'],
  visits: resources('aws_s3_bucket'),
  judge({ resource, node }, graph) {
    const purpose = purposeOf(graph, resource);
    const isTrail = holdsTrail(graph, resource);
    if ((purpose === 'logs' && !isTrail) || recordsObjects(graph)) return;
    if (node.has('logging') || companionsOf(graph, resource, 'aws_s3_bucket_logging', 'bucket').length > 0)
      return;
    const what = isTrail ? ', which holds the trail' : purpose === 'state' ? ', which holds state' : '';
    return {
      message: `Nobody can tell afterwards who read ${resource.address}${what}: add an aws_s3_bucket_logging, or data events to a trail.`,
      ...(what && { severity: 'low' }),
    };
  },
  examples: {
    bad: 'resource "aws_s3_bucket" "invoices" {\n  bucket = "acme-invoices"\n}\n',
    good: 'resource "aws_s3_bucket" "invoices" {\n  bucket = "acme-invoices"\n}\n\nresource "aws_s3_bucket_logging" "invoices" {\n  bucket        = aws_s3_bucket.invoices.id\n  target_bucket = "acme-access-logs"\n  target_prefix = "invoices/"\n}\n',
  },
});

function holdsTrail(graph: Graph, bucket: Resource): boolean {
  return graph
    .to(bucket)
    .some(({ from, at }) => from.type === 'aws_cloudtrail' && from.body.peek('s3_bucket_name') === at);
}

/** Whether a trail records every call on objects, in whatever bucket but those that it names to be left out. */
function recordsObjects(graph: Graph): boolean {
  return graph.derive(recordsObjects, () =>
    graph
      .ofType('aws_cloudtrail')
      .some(
        ({ body }) =>
          textsAt(body, 'event_selector', 'data_resource', 'values').some((arn) =>
            /^arn:aws[\w-]*:s3$/.test(arn),
          ) || blocksAt(body, 'advanced_event_selector').some(takesObjects),
      ),
  );
}

function takesObjects(selector: Node): boolean {
  const fields = blocksAt(selector, 'field_selector');
  const about = (name: string) => fields.find((one) => one.peek('field')?.content === name);
  const objects = about('resources.type');
  const narrowed = ['equals', 'starts_with', 'ends_with'].some((test) => about('resources.ARN')?.peek(test));
  return (
    objects !== undefined &&
    textsAt(objects, 'equals').includes('AWS::S3::Object') &&
    !narrowed &&
    !about('eventName') &&
    !about('readOnly')
  );
}

function blocksAt(node: Node, name: string): readonly Node[] {
  const blocks = node.peek(name)?.content;
  return Array.isArray(blocks) ? blocks : [];
}

function textsAt(node: Node, ...path: readonly string[]): string[] {
  const values = node.peek(...path)?.content;
  return Array.isArray(values) ? values.map(({ content }) => String(content)) : [];
}
