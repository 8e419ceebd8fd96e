import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/password-policy-weak',
  title: 'Passwords of the console that are guessed',
  dimension: 'security',
  severity: 'low',
  why: 'A password of eight characters is tried out in hours once its hash is lost elsewhere, and people use one everywhere. What helps is length and not using the last ones again; kinds of characters and an expiry add little, though some audits still ask for them. Better than all of it is single sign-on with a second factor.',
  sameAs: [
    'checkov:CKV_AWS_10',
    'checkov:CKV_AWS_13',
    'kics:terraform/aws/iam_password_without_minimum_length',
    'kics:terraform/aws/password_without_reuse_prevention',
    'trivy:AWS-0056',
    'trivy:AWS-0063',
  ],
  controls: ['cis-aws:1.8', 'cis-aws:1.9', 'pci-dss:8.3.6', 'pci-dss:8.3.7', 'soc2:CC6.1'],
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html',
    'https://pages.nist.gov/800-63-4/sp800-63b.html',
  ],
  visits: resources('aws_iam_account_password_policy'),
  judge({ resource, node }) {
    const length = node.get('minimum_password_length');
    const reuse = node.get('password_reuse_prevention');
    const wrong = [
      ...((length?.amount() ?? 6) < 14 ? ['minimum_password_length to 14'] : []),
      ...((reuse?.amount() ?? 0) < 24 ? ['password_reuse_prevention to 24'] : []),
    ];
    if (wrong.length === 0) return;
    return {
      message: `${resource.address} lets people choose passwords that are guessed or used before: set ${wrong.join(' and ')}.`,
      at: length ?? reuse ?? node,
      fix: {
        safety: 'unsafe',
        summary: `set ${wrong.join(' and ')} (people choose a longer one at the next change)`,
        edits: [
          {
            op: 'set',
            in: node,
            path: ['minimum_password_length'],
            value: Math.max(length?.amount() ?? 0, 14),
          },
          { op: 'set', in: node, path: ['password_reuse_prevention'], value: 24 },
        ],
      },
    };
  },
  examples: {
    bad: 'resource "aws_iam_account_password_policy" "people" {\n  minimum_password_length = 8\n}\n',
    good: 'resource "aws_iam_account_password_policy" "people" {\n  minimum_password_length   = 14\n  password_reuse_prevention = 24\n}\n',
  },
});
