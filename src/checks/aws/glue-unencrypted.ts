import { foundIn } from '../../graph/certain.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

type Settings = readonly {
  readonly what: string;
  readonly path: readonly string[];
  /** whether the setting leaves the data in the clear; an absent one does */
  readonly isOff: (setting: Node) => boolean;
}[];

const isDisabled = (setting: Node) => setting.text() === 'DISABLED';

/** Source: Terraform AWS provider, the arguments of each resource. */
const settings: Readonly<Record<string, Settings>> = {
  aws_glue_data_catalog_encryption_settings: [
    {
      what: 'passwords of connections',
      path: [
        'data_catalog_encryption_settings',
        'connection_password_encryption',
        'return_connection_password_encrypted',
      ],
      isOff: (setting) => setting.flag() === false,
    },
    {
      what: 'the catalogue',
      path: ['data_catalog_encryption_settings', 'encryption_at_rest', 'catalog_encryption_mode'],
      isOff: isDisabled,
    },
  ],
  aws_glue_security_configuration: [
    {
      what: 'logs',
      path: ['encryption_configuration', 'cloudwatch_encryption', 'cloudwatch_encryption_mode'],
      isOff: isDisabled,
    },
    {
      what: 'bookmarks of jobs',
      path: ['encryption_configuration', 'job_bookmarks_encryption', 'job_bookmarks_encryption_mode'],
      isOff: isDisabled,
    },
    {
      what: 'what jobs write to S3',
      path: ['encryption_configuration', 's3_encryption', 's3_encryption_mode'],
      isOff: isDisabled,
    },
  ],
};

export default check({
  id: 'aws/glue-unencrypted',
  title: 'Glue that is told to leave things in the clear',
  dimension: 'security',
  severity: 'low',
  why: 'These settings exist to have Glue encrypt the passwords of its connections, its catalogue, and what jobs leave behind. Each part that is DISABLED or left out stays as it was: whoever may read the catalogue reads the password of the database, too.',
  sameAs: [
    'checkov:CKV_AWS_94',
    'checkov:CKV_AWS_99',
    'kics:terraform/aws/glue_data_catalog_encryption_disabled',
    'kics:terraform/aws/glue_security_configuration_encryption_disabled',
  ],
  controls: ['pci-dss:3.5.1', 'soc2:CC6.1'],
  sources: ['https://docs.aws.amazon.com/glue/latest/dg/set-up-encryption.html'],
  visits: resources(...Object.keys(settings)),
  judge({ resource, node }): readonly Fault[] {
    return foundIn(settings[resource.type]!, ({ what, path, isOff }): readonly Fault[] => {
      const setting = node.get(...path);
      if (setting && !isOff(setting)) return [];
      const name = path.at(-1)!;
      return [
        {
          message: `${resource.address} leaves ${what} in the clear: set ${path.join('.')} ${name === 'return_connection_password_encrypted' ? 'to true' : 'to a mode with a key'}.`,
          at: setting ?? node,
          key: name,
          ...(name === 'return_connection_password_encrypted' && { severity: 'medium' }),
        },
      ];
    });
  },
  examples: {
    bad: 'resource "aws_glue_security_configuration" "jobs" {\n  name = "jobs"\n\n  encryption_configuration {\n    cloudwatch_encryption {\n      cloudwatch_encryption_mode = "DISABLED"\n    }\n\n    job_bookmarks_encryption {\n      job_bookmarks_encryption_mode = "DISABLED"\n    }\n\n    s3_encryption {\n      s3_encryption_mode = "SSE-S3"\n    }\n  }\n}\n',
    good: 'resource "aws_glue_security_configuration" "jobs" {\n  name = "jobs"\n\n  encryption_configuration {\n    cloudwatch_encryption {\n      cloudwatch_encryption_mode = "SSE-KMS"\n      kms_key_arn                = "arn:aws:kms:eu-central-1:123456789012:key/0a1b"\n    }\n\n    job_bookmarks_encryption {\n      job_bookmarks_encryption_mode = "CSE-KMS"\n      kms_key_arn                   = "arn:aws:kms:eu-central-1:123456789012:key/0a1b"\n    }\n\n    s3_encryption {\n      s3_encryption_mode = "SSE-S3"\n    }\n  }\n}\n',
  },
});
