import { type PolicyStatement, statementOf, trustStatements } from '../../graph/aws/policies.ts';
import type { Condition, Statement } from '../../graph/aws/policy-document.ts';
import { holdersOf } from '../../graph/aws/policy-holders.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Selector } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { Undecided } from '../../model/unknown.ts';
import { check } from '../check.ts';

/** Issuers that give tokens to everybody who has an account with them, and whose tokens they are. */
const shared: Readonly<Record<string, string>> = {
  'token.actions.githubusercontent.com': 'every repository on GitHub',
  'gitlab.com': 'every project on gitlab.com',
  'app.terraform.io': 'every organization of HCP Terraform',
  'agent.buildkite.com': 'every organization of Buildkite',
  'accounts.google.com': 'everybody with a Google account',
};

const webIdentityStatements: Selector<PolicyStatement> = {
  of: 'trust policies for web identities',
  find: (graph) =>
    graph.select(trustStatements).filter(({ told }) => told === undefined || trustsWebIdentity(told)),
};

export default check({
  id: 'aws/web-identity-unlimited',
  title: 'Role for more web identities than are meant',
  dimension: 'security',
  severity: 'critical',
  why: 'An issuer such as GitHub signs tokens for everybody. Only the condition on the token’s subject says whose may take the role; without it, or with a wildcard in the place of the owner, any repository in the world can. With the issuer of an EKS cluster, any pod of it can.',
  sameAs: ['checkov:CKV_AWS_358', 'checkov:CKV_AWS_393'],
  controls: ['pci-dss:7.2.1', 'soc2:CC6.1'],
  sources: [
    'https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws#configuring-the-role-and-trust-policy',
    'https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html',
  ],
  visits: webIdentityStatements,
  judge(subject, graph) {
    const statement = statementOf(subject);
    const { conditions, node } = statement;
    if (conditions.some(({ key, test }) => key === undefined || test === undefined))
      throw new Undecided(node, 'the condition of the trust policy cannot be told');
    const role =
      holdersOf(graph, subject.resource)
        .map(({ address }) => address)
        .join(', ') || subject.resource.address;
    const issuer = issuerOf(graph, subject.resource, statement);
    const whose = issuer === undefined ? undefined : shared[issuer];
    const limits = conditions.filter(limitsSubject);
    if (limits.length === 0) {
      if (issuer === undefined) throw new Undecided(node, 'the issuer of the tokens cannot be told');
      if (whose)
        return {
          message: `${role} may be taken by ${whose}: nothing limits the subject of the token. Add a condition on ${issuer}:sub.`,
          key: subject.key,
        };
      if (!issuer.includes('oidc.eks.')) return;
      return {
        message: `${role} may be taken by every pod of the cluster that has a service account: add a condition on ${issuer}:sub that names the one that is meant.`,
        key: subject.key,
        severity: 'medium',
      };
    }
    const wide =
      whose &&
      limits.flatMap(({ values }) => values).find((value) => value !== undefined && isAnyOwner(value));
    if (!wide) return;
    return {
      message: `${role} may be taken by ${whose}: its condition allows the subject ${wide}, with a wildcard for the owner. Name the owner and the repository.`,
      key: subject.key,
    };
  },
  examples: {
    bad: `resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "deploy" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}
`,
    good: `resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "deploy" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:acme/shop:ref:refs/heads/main"]
    }
  }
}
`,
  },
});

function trustsWebIdentity({ effect, actions, principals }: Statement): boolean {
  return (
    effect === 'Allow' &&
    principals.some(({ type }) => type === 'Federated') &&
    actions.some((action) => action !== undefined && /^sts:(\*|AssumeRoleWithWebIdentity)$/i.test(action))
  );
}

/** A condition on the subject, or on a claim that says as much: a repository, an owner, a project, an organization. */
function limitsSubject({ key }: Condition): boolean {
  return /:(sub|repository(_owner)?(_id)?|job_workflow_ref|project_path|namespace_path|terraform_organization_name|organization_slug|google\/organization_number|email)$/.test(
    key ?? '',
  );
}

/** The issuer's host, from the principal, a condition's key, or the provider that the policy refers to. */
function issuerOf(
  graph: Graph,
  resource: Resource,
  { principals, conditions }: Statement,
): string | undefined {
  const written = [
    ...principals.map(({ identifier }) => identifier?.split(':oidc-provider/')[1] ?? identifier),
    ...conditions.map(({ key }) => key?.slice(0, key.lastIndexOf(':'))),
    ...graph
      .from(resource)
      .filter(({ to }) => to.type === 'aws_iam_openid_connect_provider')
      .map(({ to }) => urlOf(graph, to)),
  ];
  return written.find(
    (host) => host !== undefined && (shared[host] !== undefined || host.includes('oidc.eks.')),
  );
}

function urlOf(graph: Graph, provider: Resource): string | undefined {
  const url = provider.body.peek('url')?.content;
  if (typeof url === 'string') return url.replace(/^https:\/\//, '');
  const isCluster = graph.from(provider).some(({ to }) => to.type === 'aws_eks_cluster');
  return isCluster ? 'oidc.eks.<region>.amazonaws.com/id/<cluster>' : undefined;
}

/** Whether the owner in a subject is left open: `*`, `repo:*`, `organization:*`, and `repo:acme*`, which is also `acme-evil`. */
function isAnyOwner(value: string): boolean {
  return /^(\*|[\w-]+:[^/:]*[*?])/.test(value);
}
