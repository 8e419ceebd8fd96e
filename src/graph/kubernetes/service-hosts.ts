import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { resolveName } from './names.ts';

/** Names of variables whose whole value is a host. */
const hostKey = /(^|[_.-])(host|hostname|addr|address|url|uri|server|endpoint|service|upstream|backend)s?$/i;
const word = /[a-z0-9][a-z0-9.-]*/gi;
const scheme = /[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@"']*@)?$/i;

/**
 * The Services of the repository that a setting names as hosts: behind a scheme (`http://api.shop.svc`), before a port
 * (`redis:6379`), by a name that only a Service has (`api.shop.svc.cluster.local`), or alone where the setting is called so.
 * Source: Kubernetes documentation, DNS for Services and Pods.
 */
export function servicesNamedIn(
  graph: Graph,
  from: Resource,
  key: string,
  value: string,
): readonly Resource[] {
  if (graph.ofType('Service').length === 0) return [];
  const found = new Set<Resource>();
  for (const host of hostsIn(key, value))
    for (const service of serviceOf(graph, from, host)) if (service.name !== from.name) found.add(service);
  return [...found];
}

function hostsIn(key: string, value: string): readonly string[] {
  if (hostKey.test(key) && /^[a-z0-9][a-z0-9.-]*$/i.test(value)) return [value];
  const hosts = new Set<string>();
  for (const match of value.matchAll(word)) {
    const host = match[0].replace(/[.-]+$/, '');
    if (!/[a-z]/i.test(host)) continue;
    const behind = value.slice(match.index + match[0].length, match.index + match[0].length + 7);
    const before = value.slice(Math.max(0, match.index - 80), match.index);
    // a tag of an image looks like a port of two digits
    if (/\.svc(\.|$)/.test(host) || scheme.test(before) || /^:(80|\d{3,5})(?!\d|\.)/.test(behind))
      hosts.add(host);
  }
  return [...hosts];
}

/** `service`, `service.namespace`, `service.namespace.svc…`, and with the pod of a StatefulSet before it. */
function serviceOf(graph: Graph, from: Resource, host: string): readonly Resource[] {
  const labels = host.toLowerCase().split('.');
  const svc = labels.indexOf('svc');
  const own = svc < 0 ? labels : labels.slice(0, svc);
  if (own.length === 0 || own.length > (svc < 0 ? 2 : 3)) return [];
  const named = (name: string, namespace?: string) =>
    resolveName(graph, from, 'Service', name, namespace === undefined ? {} : { namespace });
  if (own.length === 1) return named(own[0]!);
  const direct = named(own.at(-2)!, own.at(-1)!);
  return direct.length > 0 || own.length > 2 ? direct : named(own[1]!);
}
