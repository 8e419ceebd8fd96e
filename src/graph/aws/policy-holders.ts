import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';

/** Policies that a document is used as, or the policy itself: `aws_iam_role_policy.api` of `data.aws_iam_policy_document.api`. */
export function holdersOf(graph: Graph, policy: Resource): readonly Resource[] {
  if (!policy.type.startsWith('data.')) return [policy];
  return graph
    .to(policy)
    .map(({ from }) => from)
    .filter(({ type }) => type.startsWith('aws_'));
}

/** Who gets an identity policy: roles, users and groups, as `aws_iam_role.api`; none where that is not in the repository. */
export function granteesOf(graph: Graph, policy: Resource): readonly Resource[] {
  const found = new Set<Resource>();
  for (const holder of holdersOf(graph, policy)) {
    if (isIdentity(holder)) found.add(holder);
    for (const { to } of graph.from(holder)) if (isIdentity(to)) found.add(to);
    for (const { from: attachment } of graph.to(holder))
      for (const { to } of graph.from(attachment)) if (isIdentity(to)) found.add(to);
  }
  return [...found];
}

function isIdentity({ type }: Resource): boolean {
  return /^aws_iam_(role|user|group)$/.test(type);
}

/** `aws_iam_role.api, through aws_iam_role_policy.api`: whose policy it is, in words. */
export function describeGrantees(graph: Graph, policy: Resource): string {
  const names = granteesOf(graph, policy).map(({ address }) => address);
  if (names.length === 0) return policy.address;
  const shown =
    names.length > 2 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(' and ');
  return `${policy.address}, the policy of ${shown},`;
}
