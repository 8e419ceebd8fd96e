import { runsAtEdge } from '../../graph/aws/functions.ts';
import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/function-tracing-off',
  title: 'Function or API that does not trace its calls',
  dimension: 'observability',
  severity: 'info',
  why: 'A trace shows where the time of a slow request goes: start, code, database, another service. X-Ray samples, so it costs next to nothing; where another tracer is built in, it is not needed.',
  sameAs: [
    'checkov:CKV_AWS_50',
    'checkov:CKV_AWS_73',
    'kics:terraform/aws/api_gateway_xray_disabled',
    'kics:terraform/aws/lambda_functions_without_x-ray_tracing',
    'trivy:AWS-0003',
    'trivy:AWS-0066',
  ],
  controls: ['soc2:CC7.2'],
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html'],
  visits: resources('aws_lambda_function', 'aws_api_gateway_stage'),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource) || runsAtEdge(graph, resource)) return;
    const isApi = resource.type === 'aws_api_gateway_stage';
    const setting = isApi ? node.get('xray_tracing_enabled') : node.get('tracing_config', 'mode');
    if (isApi ? setting?.flag() === true : /^(Active|PassThrough)$/.test(setting?.text() ?? '')) return;
    return {
      message: `${resource.address} leaves no traces: unless another tracer is built in, set ${isApi ? 'xray_tracing_enabled' : 'tracing_config.mode to Active'}.`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: `turn tracing on (the role needs xray:PutTraceSegments)`,
        edits: [
          isApi
            ? { op: 'set', in: node, path: ['xray_tracing_enabled'], value: true }
            : { op: 'set', in: node, path: ['tracing_config', 'mode'], value: 'Active' },
        ],
      },
    };
  },
  examples: {
    bad: 'resource "aws_lambda_function" "report" {\n  function_name = "report"\n  role          = "arn:aws:iam::123456789012:role/report"\n  handler       = "index.handler"\n  runtime       = "nodejs24.x"\n  filename      = "report.zip"\n}\n',
    good: 'resource "aws_lambda_function" "report" {\n  function_name = "report"\n  role          = "arn:aws:iam::123456789012:role/report"\n  handler       = "index.handler"\n  runtime       = "nodejs24.x"\n  filename      = "report.zip"\n\n  tracing_config {\n    mode = "Active"\n  }\n}\n',
  },
});
