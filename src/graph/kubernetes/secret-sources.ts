import { Mapping } from '../../model/mapping.ts';
import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { textAt } from '../look.ts';
import { mayMeet, mayShareNamespace, resolveName } from './names.ts';

/** What makes a Secret, and where it says which: its own name where it says nothing. */
const makers: Readonly<Record<string, readonly string[]>> = {
  'ExternalSecret.external-secrets.io': ['spec', 'target', 'name'],
  'SealedSecret.bitnami.com': ['spec', 'template', 'metadata', 'name'],
  'Certificate.cert-manager.io': ['spec', 'secretName'],
  'VaultStaticSecret.secrets.hashicorp.com': ['spec', 'destination', 'name'],
  'VaultDynamicSecret.secrets.hashicorp.com': ['spec', 'destination', 'name'],
  'VaultPKISecret.secrets.hashicorp.com': ['spec', 'destination', 'name'],
  'OnePasswordItem.onepassword.com': [],
  'BitnamiSealedSecret.bitnami.com': [],
  'InfisicalSecret.secrets.infisical.com': ['spec', 'managedSecretReference', 'secretName'],
};

/** Kinds that make Secrets in many namespaces, or by rules of their own: where one is, any name may be made. */
const makersOfAny = [
  'ClusterExternalSecret.external-secrets.io',
  'SecretProviderClass.secrets-store.csi.x-k8s.io',
  'SopsSecret.isindir.github.com',
  'AWSSecret.mumoshu.github.io',
  'HelmRelease.helm.toolkit.fluxcd.io',
  'HelmChart.helm.cattle.io',
];

/** Whether the repository declares a Secret of a name near an object, or something that makes it. */
export function isSecretMade(graph: Graph, from: Resource, name: string): boolean {
  if (resolveName(graph, from, 'Secret', name).length > 0) return true;
  if (makersOfAny.some((type) => graph.ofType(type).length > 0)) return true;
  if (graph.paths.some((path) => /\.(?:enc|sops)\.ya?ml$|(?:^|\/)\.sops\.yaml$/.test(path))) return true;
  const made = Object.entries(makers).some(([type, path]) =>
    graph
      .ofType(type)
      .some(
        (maker) =>
          mayMeet(from, maker) &&
          mayShareNamespace(from, maker) &&
          (textAt(maker.body, ...path) || maker.name) === name,
      ),
  );
  return made || namedInCustomResources(graph).has(name);
}

/** Custom resources are looked through this deep. */
const deepest = 12;

/** Names under keys such as `secretName` of custom resources other than routes and monitors: their operators may make them. */
function namedInCustomResources(graph: Graph): ReadonlySet<string> {
  return graph.derive(namedInCustomResources, () => {
    const found = new Set<string>();
    for (const type of graph.types) {
      if (!type.includes('.') || /^(?:ServiceMonitor|PodMonitor|HTTPRoute|Rollout)\./.test(type)) continue;
      for (const resource of graph.ofType(type))
        if (resource.source === 'kubernetes') collect(resource.body.peek('spec'), found, 0);
    }
    return found;
  });
}

function collect(node: Node | undefined, found: Set<string>, depth: number): void {
  const content = node?.content;
  if (depth > deepest || content === null || typeof content !== 'object') return;
  if (Array.isArray(content)) for (const item of content as readonly Node[]) collect(item, found, depth + 1);
  if (!(content instanceof Mapping)) return;
  for (const [at, key] of content.keys.entries()) {
    const value = content.nodes[at]!;
    if (/secret/i.test(key)) {
      const text = typeof value.content === 'string' ? value.content : textAt(value, 'name');
      if (text) found.add(text);
    }
    collect(value, found, depth + 1);
  }
}
