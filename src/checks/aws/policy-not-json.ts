import { writtenPolicies } from '../../graph/aws/policies.ts';
import { isNoJson } from '../../graph/aws/policy-document.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/policy-not-json',
  title: 'Policy that is no JSON',
  dimension: 'functionality',
  severity: 'high',
  why: 'The provider refuses a policy that is no JSON when the plan is made. The slip that is made most is a comma behind the last item of a list. With jsonencode or aws_iam_policy_document it cannot be made.',
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html'],
  visits: writtenPolicies,
  judge({ resource, node }) {
    if (!isNoJson(node)) return;
    return {
      message: `The policy of ${resource.address} is no JSON (often for a comma behind the last item), so no plan can be made: write it with jsonencode or aws_iam_policy_document.`,
    };
  },
  examples: {
    bad: 'resource "aws_iam_policy" "reader" {\n  name   = "reader"\n  policy = <<-EOT\n    {\n      "Version": "2012-10-17",\n      "Statement": [{\n        "Effect": "Allow",\n        "Action": ["s3:GetObject",],\n        "Resource": "arn:aws:s3:::acme-media/*"\n      }]\n    }\n  EOT\n}\n',
    good: 'resource "aws_iam_policy" "reader" {\n  name   = "reader"\n  policy = <<-EOT\n    {\n      "Version": "2012-10-17",\n      "Statement": [{\n        "Effect": "Allow",\n        "Action": ["s3:GetObject"],\n        "Resource": "arn:aws:s3:::acme-media/*"\n      }]\n    }\n  EOT\n}\n',
  },
});
