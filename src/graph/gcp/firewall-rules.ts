import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Undecided } from '../../model/unknown.ts';
import type { Graph } from '../graph.ts';
import { isInternet } from '../network/ranges.ts';
import type { Selector, Subject } from '../selector.ts';
import { ofTypeInUnit } from '../terraform/in-unit.ts';

/** A rule that lets traffic in. What it names may be lists of attributes that two types of resources call otherwise. */
export interface IngressRule extends Subject {
  readonly sources: readonly string[];
  /** blocks that hold protocol and ports, and what they call the protocol */
  readonly layers: readonly string[];
  readonly protocol: string;
}

/** Rules of networks, and rules of firewall policies, which hold for whole organizations. */
export const ingressRules: Selector<IngressRule> = {
  of: 'ingress rules of firewalls',
  find: (graph) => [
    ...graph
      .ofType('google_compute_firewall')
      .filter(({ body }) => lets(body, 'allow') && comesIn(body))
      .map((resource) => ({
        resource,
        node: resource.body,
        sources: ['source_ranges'],
        layers: ['allow'],
        protocol: 'protocol',
      })),
    ...policyRules.flatMap((type) =>
      graph
        .ofType(type)
        .filter(({ body }) => body.peek('action')?.content === 'allow' && comesIn(body))
        .map((resource) => ({
          resource,
          node: resource.body,
          sources: ['match', 'src_ip_ranges'],
          layers: ['match', 'layer4_configs'],
          protocol: 'ip_protocol',
        })),
    ),
    ...wholePolicies.flatMap((type) =>
      graph.ofType(type).flatMap((resource) =>
        rulesIn(resource.body)
          .filter((rule) => rule.peek('action')?.content === 'allow' && comesIn(rule))
          .map((node) => ({
            resource,
            node,
            sources: ['match', 'src_ip_ranges'],
            layers: ['match', 'layer4_config'],
            protocol: 'ip_protocol',
          })),
      ),
    ),
  ],
};

const policyRules = [
  'google_compute_firewall_policy_rule',
  'google_compute_network_firewall_policy_rule',
  'google_compute_region_network_firewall_policy_rule',
];

/** Policies that hold their rules as blocks. */
const wholePolicies = [
  'google_compute_firewall_policy_with_rules',
  'google_compute_network_firewall_policy_with_rules',
  'google_compute_region_network_firewall_policy_with_rules',
];

function rulesIn(body: Node): readonly Node[] {
  const content = body.peek('rule')?.content;
  return Array.isArray(content) ? (content as readonly Node[]) : [];
}

function lets(body: Node, block: string): boolean {
  return body.peek(block) !== undefined;
}

function comesIn(body: Node): boolean {
  return body.peek('direction')?.content !== 'EGRESS' && body.peek('disabled')?.content !== true;
}

/** The ranges that take in the whole internet. @throws Undecided where one that is unknown might */
export function internetRanges({ node, sources }: IngressRule): readonly Node[] {
  const open: Node[] = [];
  let doubt: Undecided | undefined;
  for (const range of node.list(...sources))
    try {
      if (isInternet(range.text() ?? '')) open.push(range);
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      doubt ??= error;
    }
  if (open.length === 0 && doubt) throw doubt;
  return open;
}

/** Ports that a rule lets in, both ends included; `all` is every protocol. */
export interface Ports {
  readonly protocol: 'tcp' | 'udp' | 'all' | 'other';
  readonly first: number;
  readonly last: number;
}

/** Source: Compute Engine API, firewalls: protocols also by their number; without ports, all of them. @throws Undecided */
export function portsOf({ node, layers, protocol }: IngressRule): readonly Ports[] {
  return portsIn(node, layers, protocol);
}

function portsIn(node: Node, layers: readonly string[], named: string): readonly Ports[] {
  return node.list(...layers).flatMap((block) => {
    const text = (block.text(named) ?? '').toLowerCase();
    const protocol =
      text === 'all'
        ? 'all'
        : text === 'tcp' || text === '6'
          ? 'tcp'
          : text === 'udp' || text === '17'
            ? 'udp'
            : 'other';
    const ports = block.list('ports');
    if (ports.length === 0) return [{ protocol, first: 0, last: 65535 } as const];
    return ports.flatMap((port) => {
      const found = /^(\d+)(?:-(\d+))?$/.exec(port.text()?.trim() ?? '');
      return found
        ? [{ protocol, first: Number(found[1]), last: Number(found[2] ?? found[1]) } as const]
        : [];
    });
  });
}

/** Whether so much is let in that no single service can be meant: every protocol, or every port of TCP or UDP. */
export function isAll({ protocol, first, last }: Ports): boolean {
  return protocol !== 'other' && first <= 1 && last >= 65535;
}

export function holds({ protocol, first, last }: Ports, port: number): boolean {
  return (protocol === 'all' || protocol === 'tcp') && first <= port && port <= last;
}

/** Whether a rule that forbids a TCP port goes before one that allows it: it has the same or a lower number, and holds for as much. */
export function isDenied(graph: Graph, rule: IngressRule, port: number): boolean {
  const { resource, node } = rule;
  if (resource.type !== 'google_compute_firewall') return false;
  const open = internetRanges(rule).map(familyOf);
  const priority = node.amount('priority') ?? 1000;
  return ofTypeInUnit(graph, resource.type, resource.unit).some(({ body }) => {
    if (!lets(body, 'deny') || !comesIn(body) || (body.amount('priority') ?? 1000) > priority) return false;
    if (networkOf(body) === undefined || networkOf(body) !== networkOf(node)) return false;
    const narrow = ['target_tags', 'target_service_accounts'].some((name) => body.list(name).length > 0);
    const closed = new Set(body.list('source_ranges').filter(isAnywhere).map(familyOf));
    return (
      !narrow &&
      open.every((family) => closed.has(family)) &&
      portsIn(body, ['deny'], 'protocol').some((ports) => holds(ports, port))
    );
  });
}

function isAnywhere(range: Node): boolean {
  return isInternet(range.text() ?? '');
}

function familyOf(range: Node): 4 | 6 {
  return range.text()?.includes(':') ? 6 : 4;
}

function networkOf(body: Node): string | undefined {
  const content = body.peek('network')?.content;
  if (typeof content === 'string') return content;
  const references = (content as { references?: readonly string[] } | undefined)?.references;
  return references?.[0];
}

/** Whether all machines that a rule is for, by their tags, have private addresses only. */
export function reachesOnlyPrivate(graph: Graph, { resource, node }: IngressRule): boolean {
  const tags = new Set(node.list('target_tags').map((tag) => tag.content));
  if (tags.size === 0) return false;
  const machines = machineTypes
    .flatMap((type) => ofTypeInUnit(graph, type, resource.unit))
    .filter(({ body }) => tagsOf(body).some((tag) => tags.has(tag)));
  return machines.length > 0 && machines.every(isPrivate);
}

const machineTypes = ['google_compute_instance', 'google_compute_instance_template'];

function tagsOf(body: Node): readonly Node['content'][] {
  const content = body.peek('tags')?.content;
  return Array.isArray(content) ? (content as readonly Node[]).map((tag) => tag.content) : [];
}

function isPrivate({ body }: Resource): boolean {
  const content = body.peek('network_interface')?.content;
  return (
    Array.isArray(content) &&
    (content as readonly Node[]).every((network) => network.peek('access_config') === undefined)
  );
}
