import { retiredRuntimes } from '../../graph/aws/retirements.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/function-runtime-retired',
  title: 'Function on a retired runtime',
  dimension: 'reliability',
  severity: 'medium',
  why: 'A retired runtime gets no security patches, and some months later AWS refuses to create functions with it and then to update them: the fix for an outage cannot be deployed until the runtime has been changed, in the middle of the outage.',
  sameAs: ['checkov:CKV_AWS_363'],
  controls: ['pci-dss:6.3.3', 'soc2:CC7.1'],
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html#runtime-support-policy'],
  visits: resources('aws_lambda_function', 'aws_lambda_layer_version'),
  judge({ resource, node }) {
    const runtimes = [node.get('runtime') ?? [], node.list('compatible_runtimes')].flat();
    const retired = runtimes.filter((runtime) => retiredRuntimes[runtime.text() ?? ''] !== undefined);
    const [first] = retired;
    // a layer may serve old functions besides new ones
    if (!first || retired.length < runtimes.length) return;
    const name = first.text()!;
    return {
      message: `${resource.address} runs on ${name}, which AWS retired on ${retiredRuntimes[name]}: it gets no patches, and updates of the function are refused after a while. Move to a current version.`,
      at: first,
    };
  },
  examples: {
    bad: lambda('nodejs16.x'),
    good: lambda('nodejs24.x'),
  },
});

function lambda(runtime: string): string {
  return `resource "aws_lambda_function" "report" {
  function_name = "report"
  role          = "arn:aws:iam::123456789012:role/report"
  handler       = "index.handler"
  runtime       = "${runtime}"
  filename      = "report.zip"

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "report" {
  name              = "/aws/lambda/report"
  retention_in_days = 30
}
`;
}
