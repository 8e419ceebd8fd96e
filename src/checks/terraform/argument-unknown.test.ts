import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import check from './argument-unknown.ts';

it('takes blocks that nest without end, in every version of the provider', async () => {
  const firewall = (version: string, statement: string) => `terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "${version}" }
  }
}

resource "aws_wafv2_web_acl" "edge" {
  name  = "edge"
  scope = "REGIONAL"

  rule {
    name     = "rate"
    priority = 1

    ${statement} {
      rate_based_statement {
        limit = 1000
      }
    }
  }
}
`;
  for (const version of ['~> 5.0', '~> 6.28'])
    expect([
      await judgementOf(check, firewall(version, 'statement')),
      await judgementOf(check, firewall(version, 'statment')),
    ]).toEqual([[], ['high aws_wafv2_web_acl.edge']]);
});
