import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { Undecided } from '../../model/unknown.ts';
import { dataStatements, statementsOf } from './policy-document.ts';
import { letsEverybody } from './principals.ts';

async function read(text: string) {
  const { graph } = await readFiles({ 'main.tf': text });
  const [policy] = graph.ofType('aws_iam_policy');
  return statementsOf(policy!.body.peek('policy'))?.map(({ node: _, ...rest }) => rest);
}

const nothing = {
  notActions: [],
  notResources: [],
  principals: [],
  exceptPrincipals: false,
  conditions: [],
};

describe('the statements of a policy', () => {
  it('are read from JSON in which only some parts are known', async () => {
    const statements = await read(`
resource "aws_s3_bucket" "a" {}
resource "aws_iam_policy" "p" {
  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": {
    "Sid": "Read",
    "Effect": "Allow",
    "Action": "s3:*",
    "Resource": ["\${aws_s3_bucket.a.arn}", "*"]
  }
}
EOF
}
`);
    expect(statements).toEqual([
      { ...nothing, sid: 'Read', effect: 'Allow', actions: ['s3:*'], resources: [undefined, '*'] },
    ]);
  });

  it('may say anything where a dynamic block over something unknown makes them', async () => {
    const { graph } = await readFiles({
      'main.tf': `variable "arns" { type = list(string) }
data "aws_iam_policy_document" "d" {
  dynamic "statement" {
    for_each = toset(var.arns)
    content {
      actions = ["s3:GetObject"]
      principals {
        type        = "AWS"
        identifiers = [statement.key]
      }
    }
  }
}
`,
    });
    const [document] = graph.ofType('data.aws_iam_policy_document');
    const [statement, ...others] = dataStatements(document!.body);
    expect(others).toEqual([]);
    expect(statement!.exceptPrincipals).toBe(false);
    expect(() => letsEverybody(statement!)).toThrow(Undecided);
  });

  it('name nobody where a dynamic block makes no principals', async () => {
    const { graph } = await readFiles({
      'main.tf': `data "aws_iam_policy_document" "d" {
  statement {
    actions = ["s3:GetObject"]
    dynamic "principals" {
      for_each = []
      content { identifiers = principals.value }
    }
    dynamic "not_principals" {
      for_each = []
      content { identifiers = not_principals.value }
    }
  }
}
`,
    });
    const [statement] = dataStatements(graph.ofType('data.aws_iam_policy_document')[0]!.body);
    expect(statement).toMatchObject({ principals: [], exceptPrincipals: false });
  });

  it('keep a condition whose key is known in part, in JSON and in jsonencode', async () => {
    const expected = [{ test: 'StringEquals', key: '\uE000:sub', values: ['a'] }];
    const provider = 'resource "aws_iam_openid_connect_provider" "p" {}\n';
    const encoded = await read(`${provider}
resource "aws_iam_policy" "p" {
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Condition = { StringEquals = { "\${aws_iam_openid_connect_provider.p.url}:sub" = "a" } }
    }]
  })
}
`);
    expect(encoded?.[0]?.conditions).toEqual(expected);
    const plain = await read(`${provider}
resource "aws_iam_policy" "p" {
  policy = <<-EOF
    { "Statement": [{ "Condition": { "StringEquals": { "\${aws_iam_openid_connect_provider.p.url}:sub": "a" } } }] }
  EOF
}
`);
    expect(plain?.[0]?.conditions).toEqual(expected);
  });

  it('tell that there is a condition where nothing of it is known', async () => {
    const statements = await read(`
variable "condition" {}
resource "aws_iam_policy" "p" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Condition = var.condition }] })
}
`);
    expect(statements?.[0]?.conditions).toEqual([{ test: undefined, key: undefined, values: [undefined] }]);
  });

  it('are put together from documents, the later sid winning', async () => {
    const statements = await read(`
data "aws_iam_policy_document" "base" {
  statement {
    sid     = "One"
    actions = ["s3:GetObject"]
  }
  statement {
    sid     = "Two"
    actions = ["s3:PutObject"]
  }
}
data "aws_iam_policy_document" "all" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]
  statement {
    sid     = "Two"
    effect  = "Deny"
    actions = ["s3:*"]
  }
}
resource "aws_iam_policy" "p" {
  policy = data.aws_iam_policy_document.all.json
}
`);
    expect(statements?.map(({ sid, effect, actions }) => [sid, effect, actions])).toEqual([
      ['One', 'Allow', ['s3:GetObject']],
      ['Two', 'Deny', ['s3:*']],
    ]);
  });

  it('cannot be told of a policy that comes from outside', async () => {
    expect(
      await read('variable "p" {}\nresource "aws_iam_policy" "p" {\n  policy = var.p\n}\n'),
    ).toBeUndefined();
  });

  it('are told or given up within bounds, whatever refers to itself or doubles', async () => {
    const doubling = Array.from(
      { length: 30 },
      (_, at) => `data "aws_iam_policy_document" "d${at + 1}" {
  source_policy_documents = [data.aws_iam_policy_document.d${at}.json, data.aws_iam_policy_document.d${at}.json]
}
`,
    );
    expect(
      await read(`data "aws_iam_policy_document" "d0" {}
${doubling.join('')}resource "aws_iam_policy" "p" { policy = data.aws_iam_policy_document.d30.json }
`),
    ).toBeUndefined();
    const texts = Array.from(
      { length: 40 },
      (_, at) => `  t${at + 1} = "\${local.t${at}}\${local.t${at}}"\n`,
    );
    const doubled = await read(`variable "v" {}
locals {
  t0 = "\${var.v}"
${texts.join('')}}
resource "aws_iam_policy" "p" { policy = local.t40 }
`);
    expect(doubled ?? []).toEqual([]);
    const looped = await read(`locals {
  a = "\${local.b}"
  b = true ? "\${local.a}" : ""
}
resource "aws_iam_policy" "p" { policy = local.a }
`);
    expect(looped ?? []).toEqual([]);
  });
});
