import { resources } from '../../graph/selector.ts';
import { secretIn } from '../../graph/terraform/written-secrets.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/lambda-secret-in-environment',
  title: 'Secret written into the environment of a function',
  dimension: 'security',
  severity: 'high',
  why: 'The environment of a function is shown in the console and by GetFunctionConfiguration to everybody with read access, and stays in the state and in version control. Give the function the name of the secret and let it read the value from Secrets Manager or Parameter Store.',
  sameAs: ['checkov:CKV_AWS_45', 'kics:terraform/aws/hardcoded_aws_access_key_in_lambda'],
  controls: ['pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-encryption',
  ],
  visits: resources('aws_lambda_function'),
  judge({ resource, node }) {
    return node.entries('environment', 'variables').flatMap(([name, value]) => {
      // what is not known here is not written out here
      if (typeof value.content !== 'string') return [];
      const secret = secretIn(name, value.content);
      if (!secret) return [];
      return [
        {
          message: `${resource.address} gets ${secret.kind} as ${name}, readable in the console, the state and the repository: change it, and let the function read it from Secrets Manager.`,
          at: value,
          key: name,
          ...(secret.certain && { severity: 'critical' as const }),
        },
      ];
    });
  },
  examples: {
    bad: 'resource "aws_lambda_function" "report" {\n  function_name = "report"\n  role          = "arn:aws:iam::123456789012:role/report"\n  handler       = "index.handler"\n  runtime       = "nodejs22.x"\n  filename      = "report.zip"\n\n  environment {\n    variables = {\n      DB_PASSWORD = "hunter2-but-longer"\n    }\n  }\n}\n',
    good: 'resource "aws_lambda_function" "report" {\n  function_name = "report"\n  role          = "arn:aws:iam::123456789012:role/report"\n  handler       = "index.handler"\n  runtime       = "nodejs22.x"\n  filename      = "report.zip"\n\n  environment {\n    variables = {\n      DB_PASSWORD_ID = "report/db"\n    }\n  }\n}\n',
  },
});
