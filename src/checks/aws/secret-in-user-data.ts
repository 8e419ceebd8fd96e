import { resources } from '../../graph/selector.ts';
import { decodedText, describeSecret, secretsInText } from '../../graph/terraform/written-secrets.ts';
import { writtenText } from '../../read/terraform/documents.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/secret-in-user-data',
  title: 'Secret in the start-up script of an instance',
  dimension: 'security',
  severity: 'high',
  why: 'User data can be read by every process on the instance through the metadata service, by everybody who may describe the instance, and by everybody with the repository. Let the instance take a role and read the secret from Secrets Manager or Parameter Store when it starts.',
  sameAs: [
    'checkov:CKV_AWS_46',
    'kics:terraform/aws/hardcoded_aws_access_key',
    'kics:terraform/aws/user_data_contains_encoded_private_key',
    'trivy:AWS-0029',
    'trivy:AWS-0122',
    'trivy:AWS-0129',
  ],
  controls: ['cis-aws:1.18', 'pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-add-user-data.html'],
  visits: resources(
    'aws_instance',
    'aws_launch_template',
    'aws_launch_configuration',
    'aws_spot_instance_request',
  ),
  judge({ resource, node }) {
    const script = node.get('user_data') ?? node.get('user_data_base64');
    const text = script && writtenText(script);
    if (!script || text === undefined) return;
    const [first, ...others] = secretsInText(decodedText(text));
    if (!first) return;
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return {
      message: `The user data of ${resource.address} holds ${describeSecret(first)}${more}, for everybody who may describe the instance or read the repository: revoke it, and let the instance read it from Secrets Manager with its role.`,
      at: script,
      ...(first.certain && { severity: 'critical' }),
    };
  },
  examples: {
    bad: 'resource "aws_instance" "worker" {\n  ami           = "ami-0abcdef1234567890"\n  instance_type = "t3.small"\n\n  user_data = <<-EOF\n    #!/bin/bash\n    export DB_PASSWORD="hunter2-but-longer"\n    /opt/worker/start\n  EOF\n}\n',
    good: 'resource "aws_instance" "worker" {\n  ami           = "ami-0abcdef1234567890"\n  instance_type = "t3.small"\n\n  user_data = <<-EOF\n    #!/bin/bash\n    export DB_PASSWORD="$(aws secretsmanager get-secret-value --secret-id worker/db --query SecretString --output text)"\n    /opt/worker/start\n  EOF\n}\n',
  },
});
