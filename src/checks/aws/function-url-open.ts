import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/function-url-open',
  title: 'Function that everybody may call by its URL',
  dimension: 'security',
  severity: 'medium',
  why: 'Without authorization whoever finds the URL runs the function, as often as the account’s concurrency allows, and the account pays. Ask for IAM signatures, or put CloudFront with origin access control or an API gateway with limits before it.',
  sameAs: ['checkov:CKV_AWS_258'],
  controls: ['soc2:CC6.6'],
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  visits: resources('aws_lambda_function_url'),
  judge({ resource, node }) {
    const authorization = node.get('authorization_type');
    if (authorization?.text() !== 'NONE') return;
    return {
      message: `${resource.address} runs the function for everybody who finds its URL: set authorization_type to AWS_IAM, or put something with limits before it.`,
      at: authorization,
    };
  },
  examples: {
    bad: 'resource "aws_lambda_function_url" "hook" {\n  function_name      = "hook"\n  authorization_type = "NONE"\n}\n',
    good: 'resource "aws_lambda_function_url" "hook" {\n  function_name      = "hook"\n  authorization_type = "AWS_IAM"\n}\n',
  },
});
