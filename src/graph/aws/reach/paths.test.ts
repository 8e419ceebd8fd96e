import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../../tests/support/read-example.ts';
import { Undecided } from '../../../model/unknown.ts';
import { describePath, pathToAdministrator } from './paths.ts';

const admin = (service: string) => `
resource "aws_iam_role" "admin" {
  name               = "admin"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "${service}" } }] })
}
resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.admin.name
  policy_arn = "arn:\${data.aws_partition.current.partition}:iam::aws:policy/AdministratorAccess"
}
data "aws_partition" "current" {}
data "aws_caller_identity" "current" {}
`;

const user = (statements: string, more = '') => `
resource "aws_iam_user" "ci" {
  name = "ci"
  ${more}
}
resource "aws_iam_user_policy" "ci" {
  user   = aws_iam_user.ci.name
  policy = jsonencode({ Statement = [${statements}] })
}
`;

const allow = (actions: string, resource = '"*"', more = '') =>
  `{ Effect = "Allow", Action = [${actions}], Resource = ${resource}${more} }`;

const passing = allow('"iam:PassRole"', 'aws_iam_role.admin.arn');
const making = allow('"lambda:Create*", "lambda:InvokeFunction"');

/** The way from a user `ci` to an administrator, in words; `none`, or why it cannot be told. */
async function way(text: string): Promise<string> {
  const { graph, problems } = await readFiles({ 'main.tf': text });
  expect(problems).toEqual([]);
  try {
    const path = pathToAdministrator(graph, graph.at('aws_iam_user.ci')[0]!);
    return path ? describePath(path) : 'none';
  } catch (error) {
    if (error instanceof Undecided) return `undecided: ${error.reason}`;
    throw error;
  }
}

describe('a way to an administrator', () => {
  it('leads through a role that is passed to a function', async () => {
    expect(await way(admin('lambda.amazonaws.com') + user(`${passing}, ${making}`))).toBe(
      'may pass aws_iam_role.admin on (iam:PassRole, by aws_iam_user_policy.ci) making a function (lambda:CreateFunction, lambda:InvokeFunction), which may do everything (AdministratorAccess)',
    );
  });

  it.each([
    ['the role trusts another service', admin('ec2.amazonaws.com') + user(`${passing}, ${making}`)],
    ['nothing can be started', admin('lambda.amazonaws.com') + user(passing)],
    [
      'the role may be passed to another service only',
      admin('lambda.amazonaws.com') +
        user(
          `${allow('"iam:PassRole"', '"*"', ', Condition = { StringEquals = { "iam:PassedToService" = "ec2.amazonaws.com" } }')}, ${making}`,
        ),
    ],
    [
      'another name is given',
      admin('lambda.amazonaws.com') +
        user(`${allow('"iam:PassRole"', '"arn:aws:iam::123456789012:role/shop-*"')}, ${making}`),
    ],
    [
      'a statement denies it',
      admin('lambda.amazonaws.com') +
        user(`${passing}, ${making}, { Effect = "Deny", Action = "iam:*", Resource = "*" }`),
    ],
    [
      'a boundary does not allow it',
      `${admin('lambda.amazonaws.com')}${user(`${passing}, ${making}`, 'permissions_boundary = aws_iam_policy.bound.arn')}
resource "aws_iam_policy" "bound" { policy = jsonencode({ Statement = [${allow('"lambda:*"')}] }) }
`,
    ],
  ])('is none where %s', async (_, text) => {
    expect(await way(text)).toBe('none');
  });

  it('passes a condition that names the service, and a boundary that allows it', async () => {
    const bound = 'permissions_boundary = "arn:aws:iam::aws:policy/AdministratorAccess"';
    const pass = allow(
      '"iam:PassRole"',
      '"arn:aws:iam::*:role/adm*"',
      ', Condition = { StringEquals = { "iam:PassedToService" = "lambda.amazonaws.com" } }',
    );
    expect(await way(admin('lambda.amazonaws.com') + user(`${pass}, ${making}`, bound))).toMatch(/^may pass/);
  });

  it('leads from role to role, by what the trust policies and the account allow', async () => {
    const step = `
resource "aws_iam_role" "step" {
  name               = "step"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::\${data.aws_caller_identity.current.account_id}:root" } }] })
}
resource "aws_iam_role_policy" "step" {
  role   = aws_iam_role.step.name
  policy = jsonencode({ Statement = [${allow('"lambda:UpdateFunctionCode"')}] })
}
resource "aws_lambda_function" "job" {
  function_name = "job"
  role          = aws_iam_role.admin.arn
}
`;
    expect(
      await way(
        admin('lambda.amazonaws.com') + step + user(allow('"sts:AssumeRole"', 'aws_iam_role.step.arn')),
      ),
    ).toBe(
      'may take aws_iam_role.step (sts:AssumeRole, by aws_iam_user_policy.ci), which may change the code of aws_lambda_function.job (lambda:UpdateFunctionCode, by aws_iam_role_policy.step), which runs as aws_iam_role.admin, which may do everything (AdministratorAccess)',
    );
  });

  it('is short where an identity writes its own policies, also through a group', async () => {
    const text = `
resource "aws_iam_user" "ci" { name = "ci" }
resource "aws_iam_group" "team" { name = "team" }
resource "aws_iam_user_group_membership" "ci" {
  user   = aws_iam_user.ci.name
  groups = [aws_iam_group.team.name]
}
resource "aws_iam_group_policy" "team" {
  group  = aws_iam_group.team.name
  policy = jsonencode({ Statement = [${allow('"iam:PutUserPolicy"', '"arn:aws:iam::123456789012:user/ci"')}] })
}
`;
    expect(await way(text)).toBe(
      'may write any policy into itself (iam:PutUserPolicy, by aws_iam_group_policy.team)',
    );
  });

  it('cannot be told where a policy is kept elsewhere, since it may deny', async () => {
    const elsewhere = `
resource "aws_iam_user_policy_attachment" "ci" {
  user       = aws_iam_user.ci.name
  policy_arn = "arn:aws:iam::123456789012:policy/limits"
}
`;
    expect(await way(admin('lambda.amazonaws.com') + user(`${passing}, ${making}`) + elsewhere)).toBe(
      'undecided: a policy of aws_iam_user_policy_attachment.ci is kept elsewhere',
    );
  });

  it('asks for a boundary that is kept elsewhere only where there is a way without it', async () => {
    const elsewhere = 'permissions_boundary = "arn:aws:iam::123456789012:policy/limits"';
    const bounded = (actions: string) => way(admin('lambda.amazonaws.com') + user(actions, elsewhere));
    expect(await bounded(`${passing}, ${making}`)).toBe(
      'undecided: a policy of aws_iam_user.ci is kept elsewhere',
    );
    expect(await bounded(allow('"s3:GetObject"'))).toBe('none');
  });
});
