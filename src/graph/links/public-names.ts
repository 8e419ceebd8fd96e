import type { Node } from '../../model/node.ts';
import type { Relation } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { mayMeet, nearest, resolveName } from '../kubernetes/names.ts';
import { itemsAt, textAt } from '../look.ts';

/**
 * Doors of a cluster → what stands behind their host names in the cloud: the zone that ExternalDNS writes them into, the
 * certificate that the AWS Load Balancer Controller takes for them; and target groups → the Services that fill them.
 * Sources: ExternalDNS, annotations and sources; AWS Load Balancer Controller, certificate discovery and TargetGroupBinding.
 */
export function linkPublicNames(graph: Graph): Relation[] {
  return [...toZones(graph), ...toCertificates(graph), ...targetGroups(graph)];
}

interface Named {
  readonly host: string;
  readonly at: Node;
}

const routes = ['HTTPRoute', 'GRPCRoute', 'TLSRoute'].map((kind) => `${kind}.gateway.networking.k8s.io`);
const hostnames = 'external-dns.alpha.kubernetes.io/hostname';

function toZones(graph: Graph): Relation[] {
  const zones = graph.ofType('aws_route53_zone');
  if (zones.length === 0 || !hasExternalDns(graph)) return [];
  const doors = [
    ...graph.ofType('Ingress').map((from) => ({ from, hosts: hostsOfIngress(from) })),
    ...routes.flatMap((type) =>
      graph.ofType(type).map((from) => ({ from, hosts: named(itemsAt(from.body, 'spec', 'hostnames')) })),
    ),
    ...graph.ofType('Service').map((from) => ({ from, hosts: annotated(from) })),
  ];
  return doors.flatMap(({ from, hosts }) =>
    once(
      hosts.flatMap(({ host, at }) => {
        const fitting = zones.filter((zone) => mayMeet(from, zone) && isBelow(host, nameOf(zone, 'name')));
        // a host goes into the zone that fits it best
        const longest = Math.max(0, ...fitting.map((zone) => nameOf(zone, 'name').length));
        return nearest(
          from,
          fitting.filter((zone) => nameOf(zone, 'name').length === longest),
        ).map((to) => ({ kind: 'uses' as const, from, to, at }));
      }),
    ),
  );
}

function hasExternalDns(graph: Graph): boolean {
  return (
    graph.ofType('Deployment').some(({ name }) => /external-?dns/.test(name)) ||
    graph.ofType('helm_release').some(({ body }) => textAt(body, 'chart').includes('external-dns')) ||
    graph.ofType('HelmRelease.helm.toolkit.fluxcd.io').some(({ name }) => /external-?dns/.test(name)) ||
    graph.ofType('Application.argoproj.io').some(({ name }) => /external-?dns/.test(name)) ||
    graph.ofType('module').some(({ body }) => body.peek('enable_external_dns')?.content === true) ||
    ['Service', 'Ingress'].some((type) => graph.ofType(type).some((one) => annotated(one).length > 0))
  );
}

function toCertificates(graph: Graph): Relation[] {
  const certificates = graph.ofType('aws_acm_certificate');
  if (certificates.length === 0) return [];
  return graph.ofType('Ingress').flatMap((from) => {
    const at = annotation(from, 'alb.ingress.kubernetes.io/certificate-arn');
    const usesController =
      at !== undefined ||
      annotation(from, 'alb.ingress.kubernetes.io/listen-ports') !== undefined ||
      textAt(from.body, 'spec', 'ingressClassName') === 'alb';
    if (!usesController) return [];
    const hosts = hostsOfIngress(from);
    const covering = certificates.filter(
      (one) =>
        mayMeet(from, one) && hosts.some(({ host }) => namesOf(one).some((name) => covers(name, host))),
    );
    return nearest(from, covering).map((to) => ({ kind: 'uses' as const, from, to, at: at ?? hosts[0]!.at }));
  });
}

function targetGroups(graph: Graph): Relation[] {
  const groups = graph.ofType('aws_lb_target_group');
  if (groups.length === 0) return [];
  return graph.ofType('TargetGroupBinding.elbv2.k8s.aws').flatMap((binding) => {
    const at = binding.body.peek('spec', 'targetGroupARN');
    const name = /:targetgroup\/([^/]+)\//.exec(String(at?.content ?? ''))?.[1];
    if (!at || name === undefined) return [];
    const services = resolveName(
      graph,
      binding,
      'Service',
      textAt(binding.body, 'spec', 'serviceRef', 'name'),
    );
    return groups
      .filter((group) => nameOf(group, 'name') === name && mayMeet(binding, group))
      .flatMap((from) => services.map((to) => ({ kind: 'routes-to' as const, from, to, at })));
  });
}

function hostsOfIngress({ body }: Resource): readonly Named[] {
  return [
    ...itemsAt(body, 'spec', 'rules').flatMap((rule) => named([rule.peek('host')])),
    ...annotatedIn(body),
  ];
}

function annotated({ body }: Resource): readonly Named[] {
  return annotatedIn(body);
}

function annotatedIn(body: Node): readonly Named[] {
  const at = body.peek('metadata', 'annotations', hostnames);
  return typeof at?.content === 'string'
    ? at.content.split(',').map((host) => ({ host: host.trim().toLowerCase(), at }))
    : [];
}

function named(nodes: readonly (Node | undefined)[]): readonly Named[] {
  return nodes.flatMap((at) =>
    typeof at?.content === 'string' ? [{ host: at.content.toLowerCase(), at }] : [],
  );
}

function annotation({ body }: Resource, key: string): Node | undefined {
  return body.peek('metadata', 'annotations', key);
}

function nameOf({ body }: Resource, attribute: string): string {
  return textAt(body, attribute).toLowerCase().replace(/\.$/, '');
}

function namesOf(certificate: Resource): readonly string[] {
  const others = itemsAt(certificate.body, 'subject_alternative_names').map(({ content }) => String(content));
  return [nameOf(certificate, 'domain_name'), ...others].filter((name) => name !== '');
}

/** A wildcard covers one label. Source: AWS Certificate Manager User Guide, certificate characteristics. */
function covers(name: string, host: string): boolean {
  return name.startsWith('*.') ? host.slice(host.indexOf('.') + 1) === name.slice(2) : name === host;
}

function isBelow(host: string, zone: string): boolean {
  return zone !== '' && (host === zone || host.endsWith(`.${zone}`));
}

function once(relations: readonly Relation[]): Relation[] {
  return [...new Map(relations.map((one) => [one.to, one])).values()];
}
