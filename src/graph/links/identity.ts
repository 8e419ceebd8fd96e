import type { Node } from '../../model/node.ts';
import type { Relation } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';
import { Unknown } from '../../model/unknown.ts';
import type { Graph } from '../graph.ts';
import { mayMeet, namespaceOf } from '../kubernetes/names.ts';

/** Source: Amazon EKS User Guide, IAM roles for service accounts. */
const roleAnnotation = 'eks.amazonaws.com/role-arn';

/** The annotation by which a ServiceAccount takes an IAM role. */
export function roleAnnotationOf(serviceAccount: Resource): Node | undefined {
  return serviceAccount.body.peek('metadata', 'annotations', roleAnnotation);
}

/** Source: GKE documentation, Workload Identity Federation for GKE, linking to IAM service accounts. */
const accountAnnotation = 'iam.gke.io/gcp-service-account';

/** The annotation by which a ServiceAccount acts as a service account of Google Cloud. */
export function accountAnnotationOf(serviceAccount: Resource): Node | undefined {
  return serviceAccount.body.peek('metadata', 'annotations', accountAnnotation);
}

/** ServiceAccount → the identity of the cloud that it names: an IAM role by its ARN or through a pod identity association, an account by its address. */
export function linkIdentities(graph: Graph): Relation[] {
  return [...linkRoles(graph), ...linkAccounts(graph)];
}

function linkAccounts(graph: Graph): Relation[] {
  const accounts = graph.ofType('google_service_account');
  if (accounts.length === 0) return [];
  return graph.ofType('ServiceAccount').flatMap((from) => {
    const at = accountAnnotationOf(from);
    const name = typeof at?.content === 'string' ? /^([\w-]+)@/.exec(at.content)?.[1] : undefined;
    if (!at || !name) return [];
    return accounts
      .filter((account) => mayMeet(from, account) && account.body.peek('account_id')?.content === name)
      .map((to) => ({ kind: 'assumes' as const, from, to, at }));
  });
}

function linkRoles(graph: Graph): Relation[] {
  const roles = graph.ofType('aws_iam_role');
  if (roles.length === 0) return [];
  return [...byAnnotation(graph, roles), ...byPodIdentity(graph, roles)];
}

/** Source: Amazon EKS User Guide, Learn how EKS Pod Identity grants pods access to AWS services. */
function byPodIdentity(graph: Graph, roles: readonly Resource[]): Relation[] {
  return graph.ofType('aws_eks_pod_identity_association').flatMap((association) => {
    const { body, unit } = association;
    const namespace = body.peek('namespace')?.content;
    const name = body.peek('service_account')?.content;
    const role = roles.find((one) => one.unit === unit && isMeant(one, body.peek('role_arn')));
    if (!role || typeof namespace !== 'string' || typeof name !== 'string') return [];
    return graph
      .ofType('ServiceAccount')
      .filter(
        (account) =>
          account.name === name &&
          mayMeet(account, role) &&
          (namespaceOf(account) ?? namespace) === namespace,
      )
      .map((from) => ({ kind: 'assumes' as const, from, to: role }));
  });
}

/** Whether an ARN is that of a role, by reference or by name. */
function isMeant(role: Resource, arn: Node | undefined): boolean {
  const content = arn?.content;
  if (content instanceof Unknown) return content.references.includes(role.address);
  const name = typeof content === 'string' ? roleName(content) : undefined;
  return name !== undefined && isNamed(role, name);
}

function byAnnotation(graph: Graph, roles: readonly Resource[]): Relation[] {
  return graph.ofType('ServiceAccount').flatMap((from) => {
    const at = roleAnnotationOf(from);
    const name = typeof at?.content === 'string' ? roleName(at.content) : undefined;
    if (!at || !name) return [];
    return roles
      .filter((role) => mayMeet(from, role) && isNamed(role, name))
      .map((to) => ({ kind: 'assumes' as const, from, to, at }));
  });
}

/** The name in a role's ARN, without its path: `orders` of `arn:aws:iam::123456789012:role/shop/orders`. */
function roleName(arn: string): string | undefined {
  return /^arn:[\w-]+:iam::\d*:role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn)?.[1];
}

function isNamed(role: Resource, name: string): boolean {
  const given = role.body.peek('name')?.content;
  if (typeof given === 'string') return given === name;
  const prefix = role.body.peek('name_prefix')?.content;
  return typeof prefix === 'string' && name.startsWith(prefix);
}
