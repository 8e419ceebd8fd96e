import { statementOf, trustStatements } from '../../graph/aws/policies.ts';
import { holdersOf } from '../../graph/aws/policy-holders.ts';
import { letsEverybody } from '../../graph/aws/principals.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/role-trusts-everybody',
  title: 'Role that everybody may take',
  dimension: 'security',
  severity: 'critical',
  why: 'A trust policy with the principal * lets every AWS account in the world take the role and do what it may do; all it needs is the ARN, and role names are guessed. Name the account, role or service that takes it.',
  sameAs: [
    'checkov:CKV_AWS_60',
    'kics:terraform/aws/iam_policy_grants_assumerole_permission_across_all_services',
    'kics:terraform/aws/iam_role_allows_all_principals_to_assume',
  ],
  controls: ['pci-dss:7.2.1', 'soc2:CC6.1'],
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous',
  ],
  visits: trustStatements,
  judge(subject, graph) {
    if (!letsEverybody(statementOf(subject))) return;
    const roles = holdersOf(graph, subject.resource).map(({ address }) => address);
    return {
      message: `${roles.join(', ') || subject.resource.address} may be taken by anybody with any AWS account: name the account, role or service that is meant.`,
      key: subject.key,
    };
  },
  examples: {
    bad: 'resource "aws_iam_role" "reports" {\n  name = "reports"\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRole"\n      Principal = { AWS = "*" }\n    }]\n  })\n}\n',
    good: 'resource "aws_iam_role" "reports" {\n  name = "reports"\n  assume_role_policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Action    = "sts:AssumeRole"\n      Principal = { AWS = "arn:aws:iam::123456789012:role/scheduler" }\n    }]\n  })\n}\n',
  },
});
