import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** Services that call for whoever sets them up, in whatever account. Source: IAM User Guide, The confused deputy problem. */
const forOthers =
  /^(s3|sns|events|apigateway|logs|ses|config|cognito-idp|iot|lex|alexa-appkit|elasticloadbalancing)\.amazonaws\.com$/;

export default check({
  id: 'aws/function-permission-open',
  title: 'Function that a service may call for anybody',
  dimension: 'security',
  severity: 'low',
  why: 'A permission for s3.amazonaws.com without a source lets every bucket in the world call the function: whoever knows its ARN points a bucket of their own at it, and feeds it what they like. Name the bucket, topic, rule or API that may call, and for S3 the account too, as the names of buckets come free.',
  sameAs: ['checkov:CKV_AWS_364', 'trivy:AWS-0067'],
  controls: ['pci-dss:7.2.1', 'soc2:CC6.1'],
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  ],
  visits: resources('aws_lambda_permission'),
  judge({ resource, node }) {
    const principal = node.get('principal');
    if (!principal || !forOthers.test(principal.text() ?? '')) return;
    if (
      ['source_arn', 'source_account', 'principal_org_id', 'event_source_token'].some((name) =>
        node.has(name),
      )
    )
      return;
    return {
      message: `${resource.address} lets ${principal.text()} call the function for whoever asks it to, in whatever account: set source_arn, and source_account.`,
      at: principal,
    };
  },
  examples: {
    bad: 'resource "aws_lambda_permission" "uploads" {\n  action        = "lambda:InvokeFunction"\n  function_name = "thumbnails"\n  principal     = "s3.amazonaws.com"\n}\n',
    good: 'resource "aws_lambda_permission" "uploads" {\n  action         = "lambda:InvokeFunction"\n  function_name  = "thumbnails"\n  principal      = "s3.amazonaws.com"\n  source_arn     = "arn:aws:s3:::acme-uploads"\n  source_account = "123456789012"\n}\n',
  },
});
