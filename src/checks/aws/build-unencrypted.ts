import { foundIn } from '../../graph/certain.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

/** What a project stores, and where it says so. */
const stores = [
  ['its artifacts', 'artifacts'],
  ['its secondary artifacts', 'secondary_artifacts'],
  ['its logs', 'logs_config', 's3_logs'],
] as const;

export default check({
  id: 'aws/build-unencrypted',
  title: 'Build with its artifacts in the clear',
  dimension: 'security',
  severity: 'medium',
  why: 'CodeBuild encrypts what it builds and its logs unless it is told not to. What comes out of a build goes into production, and often holds configuration; whoever reads or changes it in the bucket gets there too.',
  sameAs: ['checkov:CKV_AWS_311', 'checkov:CKV_AWS_78', 'trivy:AWS-0018'],
  controls: ['pci-dss:3.5.1', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html'],
  visits: resources('aws_codebuild_project'),
  judge({ resource, node }): readonly Fault[] {
    const judgeOne = (what: string, block: Node): readonly Fault[] => {
      const off = block.get('encryption_disabled');
      if (off?.flag() !== true) return [];
      return [
        {
          message: `${resource.address} stores ${what} unencrypted: take encryption_disabled out.`,
          at: off,
          key: what,
          fix: {
            safety: 'safe',
            summary: 'set encryption_disabled to false',
            edits: [{ op: 'replace', node: off, value: false }],
          },
        },
      ];
    };
    return foundIn(stores, ([what, ...path]) =>
      foundIn(node.list(...path), (block) => judgeOne(what, block)),
    );
  },
  examples: {
    bad: 'resource "aws_codebuild_project" "shop" {\n  name         = "shop"\n  service_role = "arn:aws:iam::123456789012:role/build"\n\n  artifacts {\n    type                = "S3"\n    location            = "acme-artifacts"\n    encryption_disabled = true\n  }\n}\n',
    good: 'resource "aws_codebuild_project" "shop" {\n  name         = "shop"\n  service_role = "arn:aws:iam::123456789012:role/build"\n\n  artifacts {\n    type     = "S3"\n    location = "acme-artifacts"\n  }\n}\n',
  },
});
