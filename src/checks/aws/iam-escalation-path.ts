import { describePath, pathToAdministrator } from '../../graph/aws/reach/paths.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'aws/iam-escalation-path',
  title: 'Identity that can become an administrator',
  dimension: 'security',
  severity: 'high',
  why: 'An identity with few rights of its own is worth as much as the strongest role it can get: by taking it, by passing it to a function or an instance that it starts, by changing the code of what runs as it, or by writing its policies. Each step looks harmless in its own file; the way shows only when they are put together. Cut the one that is not needed, name the roles that may be passed, or set a permissions boundary.',
  controls: ['pci-dss:7.2.2', 'soc2:CC6.3'],
  sources: [
    'https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/',
    'https://bishopfox.com/blog/privilege-escalation-in-aws',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  ],
  visits: resources('aws_iam_role', 'aws_iam_user'),
  judge({ resource }, graph) {
    const path = pathToAdministrator(graph, resource);
    if (!path) return;
    const [first] = path.steps;
    // to hold everything, or the right to give it to whomever, is a finding of its own
    if (!first && (path.end.isHeld || path.end.grant.statement.resources.some(isWide))) return;
    return {
      message: `${resource.address} can become an administrator: it ${describePath(path)}. ${first ? 'Take one of the steps away, or set a permissions boundary.' : 'Take that action away, or set a permissions boundary.'}`,
      // written down step by step it is no accident, and still worth the strongest role
      ...(first && path.steps.every(({ isMeant }) => isMeant) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `resource "aws_iam_role" "admin" {
  name                = "admin"
  managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_user" "deployer" {
  name = "deployer"
}

resource "aws_iam_user_policy" "deployer" {
  user = aws_iam_user.deployer.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["lambda:CreateFunction", "lambda:InvokeFunction"]
      Resource = "*"
      }, {
      Effect   = "Allow"
      Action   = "iam:PassRole"
      Resource = aws_iam_role.admin.arn
    }]
  })
}
`,
    good: `resource "aws_iam_role" "worker" {
  name = "worker"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_user" "deployer" {
  name = "deployer"
}

resource "aws_iam_user_policy" "deployer" {
  user = aws_iam_user.deployer.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["lambda:CreateFunction", "lambda:InvokeFunction"]
      Resource = "*"
      }, {
      Effect   = "Allow"
      Action   = "iam:PassRole"
      Resource = aws_iam_role.worker.arn
    }]
  })
}
`,
  },
});

/** Every identity or policy of the account. */
function isWide(pattern: string | undefined): boolean {
  return (
    pattern !== undefined && /^(\*|arn:[^:]*:iam::[^:]*:(\*|(role|user|group|policy)\/\*))$/.test(pattern)
  );
}
