import { isSecretDefault } from '../../graph/terraform/secret-defaults.ts';
import { providers } from '../../graph/terraform/settings.ts';
import { isFilledInLater, isForTests, isHarmlessValue } from '../../syntax/secret.ts';
import { check } from '../check.ts';

const keys = [
  'access_key',
  'secret_key',
  'token',
  'client_secret',
  'credentials',
  'password',
  'api_token',
  'api_key',
  'app_key',
  'private_key',
  'application_credential_secret',
];

export default check({
  id: 'terraform/provider-credentials',
  title: 'Credentials written into a provider',
  dimension: 'security',
  severity: 'critical',
  why: 'Keys in a provider block are in version control and in every copy of it, live until somebody rotates them, and usually may do whatever Terraform may. The provider takes short-lived credentials from the environment or a role instead.',
  sameAs: [
    'checkov:CKV_AWS_41',
    'checkov:CKV_BCW_1',
    'checkov:CKV_LIN_1',
    'checkov:CKV_NCP_17',
    'checkov:CKV_OPENSTACK_1',
    'checkov:CKV_PAN_1',
    'kics:terraform/aws/hardcoded_aws_access_key_in_provider',
  ],
  controls: ['cis-aws:1.14', 'pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs#authentication-and-configuration',
  ],
  visits: providers,
  judge({ resource, node }, graph) {
    return keys.flatMap((key) => {
      const value = node.peek(key);
      if (
        typeof value?.content !== 'string' ||
        isHarmlessValue(value.content) ||
        isFilledInLater(value.content) ||
        isForTests(value.content) ||
        value.content.endsWith('.json') ||
        isSecretDefault(graph, value)
      )
        return [];
      return [
        {
          message: `Provider ${resource.name} carries its ${key} in the code, for everybody who can read it: revoke it, and take credentials from the environment or an assumed role.`,
          at: value,
          key,
        },
      ];
    });
  },
  examples: {
    bad: 'provider "aws" {\n  region     = "eu-central-1"\n  access_key = "AKIAEXAMPLEEXAMPLE00"\n  secret_key = "not-a-real-key-but-written-here"\n}\n',
    good: 'provider "aws" {\n  region = "eu-central-1"\n}\n',
  },
});
