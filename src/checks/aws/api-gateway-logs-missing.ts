import { isNonProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/api-gateway-logs-missing',
  title: 'API stage that does not log requests',
  dimension: 'observability',
  severity: 'low',
  why: 'Requests that the gateway refuses or throttles never reach the code behind it. Without an access log nobody can tell which client fails, why, and since when.',
  sameAs: ['checkov:CKV_AWS_76', 'kics:terraform/aws/api_gateway_access_logging_disabled', 'trivy:AWS-0001'],
  controls: ['pci-dss:10.2.1', 'soc2:CC7.2'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html'],
  visits: resources('aws_api_gateway_stage', 'aws_apigatewayv2_stage'),
  judge({ resource, node }) {
    if (isNonProduction(resource) || node.has('access_log_settings')) return;
    return {
      message: `${resource.address} keeps no access log, so requests that it refuses leave no trace: add access_log_settings.`,
    };
  },
  examples: {
    bad: 'resource "aws_apigatewayv2_stage" "live" {\n  api_id      = "a1b2c3"\n  name        = "$default"\n  auto_deploy = true\n}\n',
    good: 'resource "aws_apigatewayv2_stage" "live" {\n  api_id      = "a1b2c3"\n  name        = "$default"\n  auto_deploy = true\n\n  access_log_settings {\n    destination_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:/aws/apigateway/shop"\n    format          = "$context.requestId $context.status"\n  }\n}\n',
  },
});
