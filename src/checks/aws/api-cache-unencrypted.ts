import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/api-cache-unencrypted',
  title: 'Answers of an API cached in the clear',
  dimension: 'security',
  severity: 'low',
  why: 'The cache of API Gateway holds answers as they were given, with whatever is personal in them, and stores them unencrypted unless it is told otherwise. It costs nothing and no client notices.',
  sameAs: ['checkov:CKV_AWS_308', 'kics:terraform/aws/api_gateway_method_settings_cache_not_encrypted'],
  controls: ['pci-dss:3.5.1', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html'],
  visits: resources('aws_api_gateway_method_settings'),
  judge({ resource, node }) {
    if (node.flag('settings', 'caching_enabled') !== true) return;
    const encrypted = node.get('settings', 'cache_data_encrypted');
    if (encrypted?.flag() === true) return;
    return {
      message: `${resource.address} keeps answers in the clear: set settings.cache_data_encrypted to true.`,
      at: encrypted ?? node,
      fix: {
        safety: 'unsafe',
        summary: 'set settings.cache_data_encrypted to true (the cache is emptied)',
        edits: [{ op: 'set', in: node, path: ['settings', 'cache_data_encrypted'], value: true }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_api_gateway_method_settings" "all" {\n  rest_api_id = "a1b2c3d4e5"\n  stage_name  = "live"\n  method_path = "*/*"\n\n  settings {\n    caching_enabled = true\n  }\n}\n',
    good: 'resource "aws_api_gateway_method_settings" "all" {\n  rest_api_id = "a1b2c3d4e5"\n  stage_name  = "live"\n  method_path = "*/*"\n\n  settings {\n    caching_enabled      = true\n    cache_data_encrypted = true\n  }\n}\n',
  },
});
