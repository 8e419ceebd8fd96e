import { type Statement, statementsOf } from '../../graph/aws/policy-document.ts';
import type { Graph } from '../../graph/graph.ts';
import { namespaceOf } from '../../graph/kubernetes/names.ts';
import { roleAnnotationOf } from '../../graph/links/identity.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Undecided } from '../../model/unknown.ts';
import { check } from '../check.ts';

const annotated: Selector<Subject> = {
  of: 'service accounts with an IAM role',
  find: (graph) =>
    graph.ofType('ServiceAccount').flatMap((resource) => {
      const node = roleAnnotationOf(resource);
      return node && annotatedRoles(graph, resource, node).length > 0 ? [{ resource, node }] : [];
    }),
};

export default check({
  id: 'contracts/service-account-not-trusted',
  title: 'IAM role that does not trust the service account which takes it',
  dimension: 'functionality',
  severity: 'high',
  why: 'A role is taken only by the identities that its trust policy names. Where the namespace or the name of the service account differs by a letter, every AWS call of the pod fails with AccessDenied, and neither file shows why.',
  sources: ['https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html'],
  visits: annotated,
  judge({ resource, node }, graph) {
    const roles = annotatedRoles(graph, resource, node);
    const subject = { namespace: namespaceOf(resource), name: resource.name };
    const trusted: string[] = [];
    for (const role of roles) {
      const statements = statementsOf(role.body.peek('assume_role_policy'));
      if (!statements) throw new Undecided(node, `the trust policy of ${role.address} is not known`);
      for (const statement of statements.filter(isWebIdentity)) {
        const patterns = subjectsOf(statement);
        if (patterns === undefined) return;
        if (patterns.includes(undefined))
          throw new Undecided(node, `the trust policy of ${role.address} is not known`);
        if (patterns.some((pattern) => meansAccount(pattern!, subject))) return;
        trusted.push(...patterns.map((pattern) => pattern!.replace('system:serviceaccount:', '')));
      }
    }
    const given =
      trusted.length > 0 ? `trusts only ${[...new Set(trusted)].join(', ')}` : 'trusts no service account';
    return {
      message: `${resource.address} takes ${roles[0]!.address}, which ${given}: every AWS call of its pods is denied. Name ${subject.namespace ?? '<namespace>'}:${subject.name} in the trust policy.`,
      at: node,
    };
  },
  examples: {
    bad: {
      'role.tf': `resource "aws_iam_role" "orders" {
  name = "orders"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/oidc.example.com" }
      Condition = { StringEquals = { "oidc.example.com:sub" = "system:serviceaccount:shop:order-processor" } }
    }]
  })
}
`,
      'service-account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/orders
`,
    },
    good: {
      'role.tf': `resource "aws_iam_role" "orders" {
  name = "orders"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = "arn:aws:iam::123456789012:oidc-provider/oidc.example.com" }
      Condition = { StringEquals = { "oidc.example.com:sub" = "system:serviceaccount:shop:orders" } }
    }]
  })
}
`,
      'service-account.yaml': `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/orders
`,
    },
  },
});

function isWebIdentity({ effect, actions }: Statement): boolean {
  return (
    effect === 'Allow' &&
    actions.some(
      (action) => action === undefined || /^sts:(\*|AssumeRole(WithWebIdentity|\*))$/i.test(action),
    )
  );
}

/** What the condition on the token's subject allows; `undefined` where no condition limits it. */
function subjectsOf({ conditions }: Statement): readonly (string | undefined)[] | undefined {
  const about = conditions.filter(({ key }) => key === undefined || key.endsWith(':sub'));
  return about.length === 0 ? undefined : about.flatMap(({ values }) => values);
}

function meansAccount(
  pattern: string,
  { namespace, name }: { namespace: string | undefined; name: string },
): boolean {
  const [, , inNamespace = '', account = ''] = pattern.split(':');
  return fits(account, name) && (namespace === undefined || fits(inNamespace, namespace));
}

/** IAM's wildcards: `*` for any text, `?` for one character. */
function fits(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${source}$`).test(text);
}

/** Roles that the annotation names; one that a pod identity association gives is taken without it. */
function annotatedRoles(graph: Graph, account: Resource, annotation: Node): readonly Resource[] {
  return graph
    .from(account, 'assumes')
    .filter(({ at }) => at === annotation)
    .map(({ to }) => to);
}
