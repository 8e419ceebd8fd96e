import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Resource, Unit } from '../../model/resource.ts';
import { groupOf, isBuiltInGroup, typeOf } from './api-version.ts';

/** An object as Kubernetes identifies it. */
export interface KubernetesObject {
  readonly body: Node;
  readonly apiVersion: string;
  readonly kind: string;
  /** its name, or `generateName` with a `*` behind it; empty where it has none */
  readonly name: string;
  readonly namespace: string | undefined;
}

/**
 * Groups of files that look like objects and are read by a tool, not by a cluster.
 * A custom resource's group is a domain name, so a group without a dot that Kubernetes does not serve is one too.
 */
const toolGroups = new Set([
  'admission.k8s.io',
  'apiserver.config.k8s.io',
  'audit.k8s.io',
  'backstage.io',
  'builtin',
  'chainsaw.kyverno.io',
  'cli.kyverno.io',
  'client.authentication.k8s.io',
  'config.kpt.dev',
  'ctlptl.dev',
  'eksctl.io',
  'hub.helm.sh',
  'k3d.io',
  'kind.x-k8s.io',
  'kpt.dev',
  'krew.googlecontainertools.github.com',
  'kubeadm.k8s.io',
  'kubelet.config.k8s.io',
  'kubeproxy.config.k8s.io',
  'kubescheduler.config.k8s.io',
  'kustomize.config.k8s.io',
  'kuttl.dev',
  'meta.pkg.crossplane.io',
  'test.crossplane.io',
]);

/** The objects of documents; `List` and typed lists such as `RoleList` are unwrapped, also in one another: no document is deep. */
export function collectObjects(documents: readonly Node[]): KubernetesObject[] {
  const objects: KubernetesObject[] = [];
  for (const document of documents) collect(document, objects);
  return objects;
}

function collect(body: Node, into: KubernetesObject[], listed?: { apiVersion: string; kind: string }): void {
  const apiVersion = text(body, 'apiVersion') ?? listed?.apiVersion;
  const kind = text(body, 'kind') ?? listed?.kind;
  if (!apiVersion || !kind || !/^[A-Za-z]\w*$/.test(kind)) return;
  const items = kind.endsWith('List') ? body.peek('items')?.content : undefined;
  if (items === null) return;
  if (Array.isArray(items)) {
    const child = kind === 'List' ? undefined : { apiVersion, kind: kind.slice(0, -'List'.length) };
    for (const item of items as readonly Node[]) collect(item, into, child);
    return;
  }
  const object = identify(body, apiVersion, kind);
  if (object) into.push(object);
}

/** The object that a map stands for; `undefined` where it is meant for another tool than a cluster. */
function identify(body: Node, apiVersion: string, kind: string): KubernetesObject | undefined {
  const group = groupOf(apiVersion);
  if (toolGroups.has(group) || !/(^|\/)v\d[a-z0-9]*$/.test(apiVersion)) return undefined;
  const builtIn = isBuiltInGroup(group);
  // a kubeconfig, which names the core group
  if (apiVersion === 'v1' && kind === 'Config') return undefined;
  const metadata = body.peek('metadata');
  if (!builtIn && (!group.includes('.') || !(metadata?.content instanceof Mapping))) return undefined;
  const generated = text(metadata, 'generateName');
  const name = text(metadata, 'name') ?? (generated === undefined ? '' : `${generated}*`);
  return { body, apiVersion, kind, name, namespace: text(metadata, 'namespace') || undefined };
}

/** The resource of an object: its address is `Deployment/shop/api`, without a namespace `Deployment/api`. */
export function resourceOf(object: KubernetesObject, unit: Unit): Resource {
  const { apiVersion, kind, namespace, body } = object;
  const name = object.name === '' ? '<unnamed>' : object.name;
  return {
    address: namespace ? `${kind}/${namespace}/${name}` : `${kind}/${name}`,
    type: typeOf(apiVersion, kind),
    name: object.name,
    source: 'kubernetes',
    unit,
    body,
  };
}

function text(node: Node | undefined, key: string): string | undefined {
  const { content } = node?.peek(key) ?? {};
  return typeof content === 'string' ? content : typeof content === 'number' ? String(content) : undefined;
}
