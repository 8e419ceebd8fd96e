import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { isInternet } from '../network/ranges.ts';
import type { Selector, Subject } from '../selector.ts';

/** One rule that lets traffic in, wherever it is written. Ports are inclusive; -1 as protocol means all of them. */
export interface IngressRule extends Subject {
  /** the security group that it belongs to, where that is known */
  readonly group: Resource | undefined;
}

/** Inline `ingress` blocks, `aws_security_group_rule` and `aws_vpc_security_group_ingress_rule`. */
export const ingressRules: Selector<IngressRule> = {
  of: 'ingress rules of security groups',
  find: (graph) => [
    ...['aws_security_group', 'aws_default_security_group'].flatMap((type) =>
      graph
        .ofType(type)
        .flatMap((resource) =>
          blocks(resource.body, 'ingress').map((node) => ({ resource, node, group: resource })),
        ),
    ),
    ...graph
      .ofType('aws_security_group_rule')
      .filter(({ body }) => body.peek('type')?.content === 'ingress')
      .map((resource) => ({ resource, node: resource.body, group: groupOf(graph, resource) })),
    ...graph
      .ofType('aws_vpc_security_group_ingress_rule')
      .map((resource) => ({ resource, node: resource.body, group: groupOf(graph, resource) })),
  ],
};

function blocks(body: Node, name: string): readonly Node[] {
  const content = body.peek(name)?.content;
  return Array.isArray(content) ? (content as readonly Node[]) : [];
}

function groupOf(graph: Graph, rule: Resource): Resource | undefined {
  return graph
    .from(rule)
    .find(({ to, at }) => to.type === 'aws_security_group' && at === rule.body.peek('security_group_id'))?.to;
}

/** The ranges that a rule lets in which take in the whole internet. @throws Undecided */
export function internetRanges({ node }: IngressRule): readonly Node[] {
  const lists = ['cidr_blocks', 'ipv6_cidr_blocks'].flatMap((name) => node.list(name));
  const single = ['cidr_ipv4', 'cidr_ipv6'].flatMap((name) => node.get(name) ?? []);
  return [...lists, ...single].filter((range) => isInternet(range.text() ?? ''));
}

/** Whether a rule lets a port in. @throws Undecided */
export function letsIn({ node }: IngressRule, port: number): boolean {
  const protocol = node.text('protocol') ?? node.text('ip_protocol');
  if (protocol === '-1' || protocol === 'all') return true;
  const from = node.amount('from_port');
  const to = node.amount('to_port') ?? from;
  return from !== undefined && to !== undefined && from <= port && port <= to;
}

/** The rules of the security groups that protect a resource. */
export function rulesFor(graph: Graph, resource: Resource): readonly IngressRule[] {
  const groups = new Set(graph.from(resource, 'protected-by').map(({ to }) => to));
  return graph.select(ingressRules).filter(({ group }) => group !== undefined && groups.has(group));
}
