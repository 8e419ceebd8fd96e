import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

interface Setting {
  readonly path: readonly string[];
  /** whether a value, or its absence, leaves TLS 1.0 or 1.1 on */
  readonly isOld: (value: string | undefined) => boolean;
  readonly good: string;
}

const oldSearch = /^Policy-Min-TLS-1-0/;

/** Where each service says how old TLS may be. Source: Terraform AWS provider, and the guide of each service. */
const settings: Readonly<Record<string, Setting>> = {
  aws_api_gateway_domain_name: {
    path: ['security_policy'],
    isOld: (value) => value === 'TLS_1_0',
    good: 'TLS_1_2',
  },
  aws_opensearch_domain: {
    path: ['domain_endpoint_options', 'tls_security_policy'],
    isOld: (value) => value !== undefined && oldSearch.test(value),
    good: 'Policy-Min-TLS-1-2-PFS-2023-10',
  },
  aws_elasticsearch_domain: {
    path: ['domain_endpoint_options', 'tls_security_policy'],
    isOld: (value) => value !== undefined && oldSearch.test(value),
    good: 'Policy-Min-TLS-1-2-2019-07',
  },
  aws_transfer_server: {
    path: ['security_policy_name'],
    isOld: (value) => value === 'TransferSecurityPolicy-2018-11' || value === undefined,
    good: 'TransferSecurityPolicy-2024-01',
  },
  aws_cloudsearch_domain: {
    path: ['endpoint_options', 'tls_security_policy'],
    isOld: (value) => value !== undefined && oldSearch.test(value),
    good: 'Policy-Min-TLS-1-2-2019-07',
  },
};

export default check({
  id: 'aws/endpoint-old-tls',
  title: 'Endpoint that still speaks old TLS',
  dimension: 'security',
  severity: 'medium',
  why: 'TLS 1.0 and 1.1, and the ciphers of SSH that went with them, are broken, and no client of the last ten years needs them. An endpoint that still offers them can be talked down to them, and fails every audit.',
  sameAs: [
    'checkov:CKV_AWS_206',
    'checkov:CKV_AWS_218',
    'checkov:CKV_AWS_228',
    'checkov:CKV_AWS_380',
    'kics:terraform/aws/api_gateway_without_security_policy',
    'trivy:AWS-0005',
    'trivy:AWS-0126',
  ],
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: [
    'https://www.rfc-editor.org/rfc/rfc8996',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html',
    'https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html',
  ],
  visits: resources(...Object.keys(settings)),
  judge({ resource, node }) {
    const { path, isOld, good } = settings[resource.type]!;
    const setting = node.get(...path);
    if (!isOld(setting?.text())) return;
    return {
      message: `${resource.address} ${setting ? 'allows' : 'allows, unless it is told otherwise,'} protocols that are broken: set ${path.join('.')} to ${good}.`,
      at: setting ?? node,
      fix: {
        safety: 'unsafe',
        summary: `set ${path.join('.')} to ${good} (clients of long ago are refused)`,
        edits: [{ op: 'set', in: node, path, value: good }],
      },
    };
  },
  examples: {
    bad: 'resource "aws_api_gateway_domain_name" "api" {\n  domain_name     = "api.example.com"\n  security_policy = "TLS_1_0"\n}\n',
    good: 'resource "aws_api_gateway_domain_name" "api" {\n  domain_name     = "api.example.com"\n  security_policy = "TLS_1_2"\n}\n',
  },
});
