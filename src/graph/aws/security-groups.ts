import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { certainOf, foundIn } from '../certain.ts';
import type { Graph } from '../graph.ts';
import { itemsAt } from '../look.ts';
import { networkForm } from '../network/network-form.ts';
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
          itemsAt(resource.body, 'ingress').map((node) => ({ resource, node, group: resource })),
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

/** The security group that a rule of its own names. */
function groupOf(graph: Graph, rule: Resource): Resource | undefined {
  const at = rule.body.peek('security_group_id');
  return graph.from(rule).find((relation) => relation.to.type === 'aws_security_group' && relation.at === at)
    ?.to;
}

/** The ranges that a rule names, on the other side, which take in the whole internet. @throws Undecided where one that is unknown might */
export function internetRanges({ node }: Pick<Subject, 'node'>): readonly Node[] {
  return foundIn([...lists, ...single], (name) => openAt(node, name));
}

const lists = ['cidr_blocks', 'ipv6_cidr_blocks'];
const single = ['cidr_ipv4', 'cidr_ipv6'];

function openAt(node: Node, name: string): readonly Node[] {
  const ranges = lists.includes(name) ? node.list(name) : [node.get(name)].filter((one) => one !== undefined);
  return certainOf(ranges, (range) => isOpenRange(range.text() ?? ''));
}

/** Whether a range takes in the whole internet; one that is no network, such as 0.1.0.0/0, the provider refuses. */
export function isOpenRange(range: string): boolean {
  return isInternet(range) && networkForm(range) === range;
}

/** What a rule lets through: a protocol with a range of ports. `all` is every protocol, on every port. */
export interface Ports {
  readonly protocol: 'tcp' | 'udp' | 'all' | 'other';
  readonly first: number;
  readonly last: number;
}

/** Source: EC2 API, IpPermission: protocols also by their number; without ports, or from 0 to 0 with -1, all of them. @throws Undecided */
export function portsOf({ node }: Pick<Subject, 'node'>): Ports {
  const named = (node.text('protocol') ?? node.text('ip_protocol') ?? '-1').toLowerCase();
  if (named === '-1' || named === 'all') return { protocol: 'all', first: 0, last: 65535 };
  const protocol =
    named === '6' || named === 'tcp' ? 'tcp' : named === '17' || named === 'udp' ? 'udp' : 'other';
  const first = Math.max(node.amount('from_port') ?? 0, 0);
  const last = node.amount('to_port') ?? first;
  return { protocol, first, last: last < 0 ? 65535 : last };
}

/** Whether a rule lets a TCP port in. @throws Undecided */
export function letsIn(rule: IngressRule, port: number): boolean {
  const { protocol, first, last } = portsOf(rule);
  return (protocol === 'all' || protocol === 'tcp') && first <= port && port <= last;
}

/** Whether a rule lets so much through that no single service can be meant: everything, or every port of TCP or UDP. @throws Undecided */
export function letsAllThrough(rule: Pick<Subject, 'node'>): boolean {
  const { protocol, first, last } = portsOf(rule);
  return protocol !== 'other' && first <= 1 && last >= 65535;
}

/** The rules of the security groups that protect a resource. */
export function rulesFor(graph: Graph, resource: Resource): readonly IngressRule[] {
  const groups = new Set(graph.from(resource, 'protected-by').map(({ to }) => to));
  return [...groups].flatMap((group) => rulesOfGroups(graph).get(group) ?? []);
}

function rulesOfGroups(graph: Graph): ReadonlyMap<Resource, readonly IngressRule[]> {
  return graph.derive(rulesOfGroups, () => {
    const rules = new Map<Resource, IngressRule[]>();
    for (const rule of graph.select(ingressRules)) {
      if (!rule.group) continue;
      const list = rules.get(rule.group);
      if (list) list.push(rule);
      else rules.set(rule.group, [rule]);
    }
    return rules;
  });
}

/** Attributes by which the things that security groups protect get an address that the internet reaches. */
const publicBy: Readonly<Record<string, (body: Node) => boolean>> = {
  aws_db_instance: isPubliclyAccessible,
  aws_rds_cluster_instance: isPubliclyAccessible,
  aws_redshift_cluster: isPubliclyAccessible,
  aws_dms_replication_instance: isPubliclyAccessible,
  aws_mq_broker: isPubliclyAccessible,
  aws_rds_cluster: () => false,
  aws_elasticache_cluster: () => false,
  aws_elasticache_replication_group: () => false,
  aws_docdb_cluster: () => false,
  aws_neptune_cluster: () => false,
  aws_efs_mount_target: () => false,
  aws_lambda_function: () => false,
  aws_vpc_endpoint: () => false,
  aws_eks_cluster: () => false,
  aws_lb: isInternetFacing,
  aws_alb: isInternetFacing,
  aws_elb: isInternetFacing,
};

/** Whether all that a security group protects has private addresses only, so that what it lets in cannot come from the internet. @throws Undecided */
export function protectsOnlyPrivate(graph: Graph, group: Resource | undefined): boolean {
  if (!group) return false;
  const users = graph.to(group, 'protected-by').map(({ from }) => from);
  return users.length > 0 && users.every(({ type, body }) => publicBy[type]?.(body) === false);
}

function isPubliclyAccessible(body: Node): boolean {
  return body.flag('publicly_accessible') === true;
}

function isInternetFacing(body: Node): boolean {
  return body.flag('internal') !== true;
}
