import { versionsInWords } from '../../graph/terraform/schema-severity.ts';
import { type Facts, schemaSubjects } from '../../graph/terraform/schema-subjects.ts';
import type { SchemaViolation } from '../../read/terraform/schema/validate-block.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/argument-removed',
  title: 'Argument that the provider removed',
  dimension: 'functionality',
  severity: 'high',
  why: 'Providers take arguments away with a new major version, and from then on refuse the configuration that still has them. A constraint that lets such a version in breaks the next plan on a fresh checkout. Follow the upgrade guide of the provider, or hold it to the version that still has the argument.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-6-upgrade',
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_7_upgrade',
    'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/4.0-upgrade-guide',
  ],
  visits: schemaSubjects,
  judge({ resource, violations, facts }) {
    return violations
      .filter(({ kind }) => kind === 'removed')
      .map((violation) => ({
        key: violation.path,
        at: violation.node,
        ...describe(resource.local, violation, facts),
      }));
  },
  examples: {
    bad: `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_eip" "gateway" {
  vpc = true
}
`,
    good: `terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_eip" "gateway" {
  domain = "vpc"
}
`,
  },
});

function describe(
  address: string,
  { path, versions = 0 }: SchemaViolation,
  facts: Facts,
): { readonly message: string; readonly severity?: 'medium' } {
  const had = versionsInWords(facts, versions);
  const lacking = versionsInWords(facts, facts.versions & ~versions);
  if (versions & facts.versions)
    return {
      message: `${address} sets ${path}, which is no longer in ${lacking} (it is in ${had}). The constraint on the provider lets both in, and a fresh checkout takes the newer: replace the argument, or hold the provider to the older major.`,
      severity: 'medium',
    };
  const isNewer = versions > facts.versions;
  return {
    message: `${address} sets ${path}, which is ${isNewer ? 'not yet' : 'no longer'} in ${lacking} (it is in ${had}): every plan fails. ${isNewer ? 'Take a newer version of the provider' : 'Replace it as the upgrade guide of the provider says'}, or take it out.`,
  };
}
