import type { Node } from '../../model/node.ts';
import type { Relation } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { mayMeet } from '../kubernetes/names.ts';

/** Source: Amazon EKS User Guide, IAM roles for service accounts. */
const roleAnnotation = 'eks.amazonaws.com/role-arn';

/** The annotation by which a ServiceAccount takes an IAM role. */
export function roleAnnotationOf(serviceAccount: Resource): Node | undefined {
  return serviceAccount.body.peek('metadata', 'annotations', roleAnnotation);
}

/** ServiceAccount → the IAM role that it names by ARN. */
export function linkIdentities(graph: Graph): Relation[] {
  const roles = graph.ofType('aws_iam_role');
  if (roles.length === 0) return [];
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
export function roleName(arn: string): string | undefined {
  return /^arn:[\w-]+:iam::\d*:role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn)?.[1];
}

function isNamed(role: Resource, name: string): boolean {
  const given = role.body.peek('name')?.content;
  if (typeof given === 'string') return given === name;
  const prefix = role.body.peek('name_prefix')?.content;
  return typeof prefix === 'string' && name.startsWith(prefix);
}
