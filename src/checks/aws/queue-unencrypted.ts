import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/queue-unencrypted',
  title: 'Messages stored in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'What waits in a queue or stream is data like that in a database, and as often personal. SQS encrypts queues that were made since October 2022 unless it is told not to; SNS, Kinesis and Firehose have to be told.',
  sameAs: [
    'checkov:CKV_AWS_240',
    'checkov:CKV_AWS_26',
    'checkov:CKV_AWS_27',
    'checkov:CKV_AWS_43',
    'kics:terraform/aws/kinesis_not_encrypted_with_kms',
    'kics:terraform/aws/kinesis_sse_not_configured',
    'kics:terraform/aws/sns_topic_not_encrypted',
    'kics:terraform/aws/sqs_with_sse_disabled',
    'trivy:AWS-0064',
    'trivy:AWS-0095',
    'trivy:AWS-0096',
  ],
  controls: ['pci-dss:3.5.1', 'soc2:CC6.1'],
  sources: [
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html',
    'https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html',
    'https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html',
  ],
  visits: resources(
    'aws_sqs_queue',
    'aws_sns_topic',
    'aws_kinesis_stream',
    'aws_kinesis_firehose_delivery_stream',
  ),
  judge({ resource, node }) {
    switch (resource.type) {
      case 'aws_sqs_queue': {
        const managed = node.get('sqs_managed_sse_enabled');
        if (managed?.flag() === true || (keyOf(node.peek('kms_master_key_id')) ?? '') !== '') return;
        if (!managed)
          return {
            message: `${resource.address} says nothing of encryption: a queue made before October 2022 stays unencrypted. Write sqs_managed_sse_enabled = true, which costs nothing.`,
            severity: 'info',
            fix: {
              safety: 'safe',
              summary: 'set sqs_managed_sse_enabled to true',
              edits: [{ op: 'set', in: node, path: ['sqs_managed_sse_enabled'], value: true }],
            },
          };
        return {
          message: `${resource.address} turns off the encryption that SQS has by default: take sqs_managed_sse_enabled = false out.`,
          at: managed,
          fix: {
            safety: 'safe',
            summary: 'set sqs_managed_sse_enabled to true',
            edits: [{ op: 'replace', node: managed, value: true }],
          },
        };
      }
      case 'aws_sns_topic':
        if ((keyOf(node.peek('kms_master_key_id')) ?? '') !== '') return;
        return {
          message: `${resource.address} keeps messages unencrypted until they are delivered: set kms_master_key_id, and allow its publishers to use the key.`,
          severity: 'low',
        };
      case 'aws_kinesis_stream': {
        const type = node.get('encryption_type');
        if (type?.text() === 'KMS') return;
        return {
          message: `${resource.address} stores its records unencrypted: set encryption_type to KMS and kms_key_id to alias/aws/kinesis or a key of your own.`,
          at: type ?? node,
        };
      }
      default: {
        // records that come from a stream are encrypted there
        if (node.has('kinesis_source_configuration') || node.has('msk_source_configuration')) return;
        const enabled = node.get('server_side_encryption', 'enabled');
        if (enabled?.flag() === true) return;
        return {
          message: `${resource.address} buffers records unencrypted: enable server_side_encryption.`,
          at: enabled ?? node,
          severity: 'low',
        };
      }
    }
  },
  examples: {
    bad: 'resource "aws_sqs_queue" "orders" {\n  name                    = "orders"\n  sqs_managed_sse_enabled = false\n}\n',
    good: 'resource "aws_sqs_queue" "orders" {\n  name                    = "orders"\n  sqs_managed_sse_enabled = true\n}\n',
  },
});

/** A key that is not known here is a key all the same. */
function keyOf(node: { readonly content: unknown } | undefined): string | undefined {
  if (!node || node.content === null) return undefined;
  return typeof node.content === 'string' ? node.content : 'a key';
}
