import type { Node } from '../../model/node.ts';
import type { Relation, RelationKind } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { mayMeet, mayShareNamespace, namespaceOf, nearest, resolveName } from '../kubernetes/names.ts';
import { pods } from '../kubernetes/pods.ts';
import { referencesOf } from '../kubernetes/references.ts';
import { itemsAt, textAt } from '../look.ts';

const externalSecret = 'ExternalSecret.external-secrets.io';
const certificate = 'Certificate.cert-manager.io';

/**
 * What reads a Secret → what makes it (ExternalSecret, SealedSecret, Certificate, Terraform), and that → where it takes it from.
 * Sources: External Secrets Operator, API of ExternalSecret; cert-manager, API of Certificate; Sealed Secrets, README.
 */
export function linkSecretMakers(graph: Graph): Relation[] {
  const makers = makersByName(graph);
  return [...readersOf(graph, makers), ...storesOf(graph), ...issuersOf(graph), ...keysOf(graph)];
}

function makersByName(graph: Graph): ReadonlyMap<string, readonly Resource[]> {
  const found = new Map<string, Resource[]>();
  const add = (name: string, maker: Resource) => found.set(name, [...(found.get(name) ?? []), maker]);
  for (const maker of graph.ofType(externalSecret))
    add(textAt(maker.body, 'spec', 'target', 'name') || maker.name, maker);
  for (const maker of graph.ofType(certificate)) add(textAt(maker.body, 'spec', 'secretName'), maker);
  for (const maker of graph.ofType('SealedSecret.bitnami.com'))
    add(textAt(maker.body, 'spec', 'template', 'metadata', 'name') || maker.name, maker);
  for (const type of ['kubernetes_secret', 'kubernetes_secret_v1'])
    for (const maker of graph.ofType(type)) add(textAt(maker.body, 'metadata', 'name'), maker);
  found.delete('');
  return found;
}

function readersOf(graph: Graph, makers: ReadonlyMap<string, readonly Resource[]>): Relation[] {
  const made = (from: Resource, at: Node | undefined, optional = false): Relation[] => {
    const candidates = (typeof at?.content === 'string' ? makers.get(at.content) : undefined) ?? [];
    const near = nearest(
      from,
      candidates.filter((maker) => mayMeet(from, maker) && mayShareNamespace(from, maker)),
    );
    return near.map((to) => ({
      kind: 'uses' as const,
      from,
      to,
      at: at!,
      ...(optional ? { optional: true as const } : {}),
    }));
  };
  const inPods = graph
    .select(pods)
    .flatMap((pod) =>
      referencesOf(pod).flatMap(({ type, at, optional }) =>
        type === 'Secret' ? made(pod.resource, at, optional) : [],
      ),
    );
  const inDoors = graph.ofType('Ingress').flatMap((from) =>
    itemsAt(from.body, 'spec', 'tls').flatMap((entry) => {
      const at = entry.peek('secretName');
      return [...made(from, at), ...secretNamed(graph, from, at, 'uses')];
    }),
  );
  const inGateways = ['Gateway.gateway.networking.k8s.io', 'Gateway'].flatMap((type) =>
    graph.ofType(type).flatMap((from) =>
      itemsAt(from.body, 'spec', 'listeners').flatMap((listener) =>
        itemsAt(listener, 'tls', 'certificateRefs').flatMap((reference) => {
          const at = reference.peek('name');
          return [...made(from, at), ...secretNamed(graph, from, at, 'uses')];
        }),
      ),
    ),
  );
  return [...inPods, ...inDoors, ...inGateways];
}

function secretNamed(graph: Graph, from: Resource, at: Node | undefined, kind: RelationKind): Relation[] {
  if (typeof at?.content !== 'string') return [];
  return resolveName(graph, from, 'Secret', at.content).map((to) => ({ kind, from, to, at }));
}

function storesOf(graph: Graph): Relation[] {
  return graph.ofType(externalSecret).flatMap((from) => {
    const at = from.body.peek('spec', 'secretStoreRef');
    const type = `${textAt(at, 'kind') || 'SecretStore'}.external-secrets.io`;
    const scope = { anyNamespace: type.startsWith('Cluster') };
    const named = resolveName(graph, from, type, textAt(at, 'name'), scope);
    return named.map((to) => ({ kind: 'uses' as const, from, to, at: at! }));
  });
}

function issuersOf(graph: Graph): Relation[] {
  return graph.ofType(certificate).flatMap((from) => {
    const at = from.body.peek('spec', 'issuerRef');
    const kind = textAt(at, 'kind') || 'Issuer';
    const scope = kind === 'ClusterIssuer' ? { anyNamespace: true } : { namespace: namespaceOf(from) };
    const named = resolveName(graph, from, `${kind}.cert-manager.io`, textAt(at, 'name'), scope);
    return named.map((to) => ({ kind: 'uses' as const, from, to, at: at! }));
  });
}

/** By name, or by the name at the end of an ARN or a path. */
function keysOf(graph: Graph): Relation[] {
  const byName = new Map<string, Resource[]>();
  for (const type of [
    'aws_secretsmanager_secret',
    'aws_ssm_parameter',
    'google_secret_manager_secret',
    'azurerm_key_vault_secret',
  ])
    for (const resource of graph.ofType(type)) {
      const name = resource.body.peek(type.startsWith('google') ? 'secret_id' : 'name')?.content;
      if (typeof name === 'string') byName.set(name, [...(byName.get(name) ?? []), resource]);
    }
  if (byName.size === 0) return [];
  return graph.ofType(externalSecret).flatMap((from) => {
    const keys = [
      ...itemsAt(from.body, 'spec', 'data').map((item) => item.peek('remoteRef', 'key')),
      ...itemsAt(from.body, 'spec', 'dataFrom').map((item) => item.peek('extract', 'key')),
    ];
    return keys.flatMap((at) => {
      if (typeof at?.content !== 'string') return [];
      const named = byName.get(at.content) ?? byName.get(at.content.split(':secret:').at(-1)!) ?? [];
      return named.filter((to) => mayMeet(from, to)).map((to) => ({ kind: 'reads' as const, from, to, at }));
    });
  });
}
