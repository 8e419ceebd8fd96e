import { certainOf } from '../../graph/certain.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

/** What NIST and CIS ask of passwords, and what the provider takes where nothing is said. */
const settings = [
  { name: 'minimum_password_length', least: 14, otherwise: 6 },
  { name: 'password_reuse_prevention', least: 24, otherwise: 0 },
] as const;

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
    const wrong = certainOf(
      settings,
      ({ name, least, otherwise }) => (node.amount(name) ?? otherwise) < least,
    );
    if (wrong.length === 0) return;
    const todo = wrong.map(({ name, least }) => `${name} to ${least}`).join(' and ');
    return {
      message: `${resource.address} lets people choose passwords that are guessed or used before: set ${todo}.`,
      at: wrong.map(({ name }) => node.get(name)).find((set) => set !== undefined) ?? node,
      fix: {
        safety: 'unsafe',
        summary: `set ${todo} (people choose a longer one at the next change)`,
        edits: wrong.map(({ name, least }) => ({ op: 'set', in: node, path: [name], value: least })),
      },
    };
  },
  examples: {
    bad: 'resource "aws_iam_account_password_policy" "people" {\n  minimum_password_length = 8\n}\n',
    good: 'resource "aws_iam_account_password_policy" "people" {\n  minimum_password_length   = 14\n  password_reuse_prevention = 24\n}\n',
  },
});
