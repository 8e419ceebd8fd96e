import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import { type BoundSubject, boundSubjects, rulesOf } from './access-rules.ts';
import { labelSelector, matches } from './labels.ts';
import { namespaceOf, pairsOf } from './names.ts';
import type { Pod } from './pods.ts';
import { builtInPowers, type Power, powersOf } from './powers.ts';
import { sceneOf } from './scene.ts';

/** A power that a service account has, with how it comes by it. */
export interface HeldPower {
  readonly power: Power;
  /** the namespace that it holds in; `*` for all */
  readonly scope: string;
  readonly subject: BoundSubject;
  /** the address of the role, and of the one that it is aggregated from */
  readonly through: readonly string[];
}

/** A service account that something binds a role to. */
export interface BoundAccount {
  readonly namespace: string;
  readonly name: string;
  readonly powers: readonly HeldPower[];
  /** what it is applied together with; accounts of others never meet it */
  readonly world: string;
}

/** Where an object is applied: accounts of two overlays, or of an example and of what is deployed, have nothing in common. */
export function worldOf({ unit, body }: Resource): string {
  return `${unit.id} ${sceneOf(body.file)}`;
}

/** All service accounts that the repository gives rights to, by their world. */
export function boundAccounts(graph: Graph): ReadonlyMap<string, readonly BoundAccount[]> {
  return graph.derive(boundAccounts, () => {
    const found = new Map<string, { account: BoundAccount; powers: HeldPower[] }>();
    for (const subject of graph.select(boundSubjects)) {
      // what stands in no known namespace cannot be told from others of its name
      if (subject.kind !== 'ServiceAccount' || subject.namespace === undefined) continue;
      const world = worldOf(subject.resource);
      const key = `${world} ${subject.namespace}/${subject.name}`;
      let entry = found.get(key);
      if (!entry) {
        const powers: HeldPower[] = [];
        entry = { account: { namespace: subject.namespace, name: subject.name, powers, world }, powers };
        found.set(key, entry);
      }
      entry.powers.push(...heldBy(graph, subject));
    }
    const worlds = new Map<string, BoundAccount[]>();
    for (const { account } of found.values())
      worlds.set(account.world, [...(worlds.get(account.world) ?? []), account]);
    return worlds;
  });
}

function heldBy(graph: Graph, subject: BoundSubject): HeldPower[] {
  const scope = subject.clusterWide ? '*' : (namespaceOf(subject.resource) ?? subject.namespace ?? '');
  const role = `${subject.role.kind}/${subject.role.name}`;
  const roles = graph.from(subject.resource, 'grants').map(({ to }) => to);
  if (roles.length === 0)
    return (builtInPowers[subject.role.name] ?? []).map((power) => ({
      power,
      scope,
      subject,
      through: [role],
    }));
  return roles.flatMap((declared) =>
    withAggregated(graph, declared).flatMap(({ from, through }) =>
      rulesOf(from)
        .flatMap(powersOf)
        .map((power) => ({ power, scope, subject, through })),
    ),
  );
}

/** A role with those whose rules the cluster adds to it. Source: Kubernetes documentation, Aggregated ClusterRoles. */
function withAggregated(
  graph: Graph,
  role: Resource,
): { readonly from: Resource; readonly through: readonly string[] }[] {
  const selectors = itemsAt(role.body, 'aggregationRule', 'clusterRoleSelectors').map(labelSelector);
  if (selectors.length === 0) return [{ from: role, through: [role.address] }];
  const world = worldOf(role);
  const added = graph
    .ofType('ClusterRole')
    .filter((other) => other !== role && worldOf(other) === world)
    .filter((other) => {
      const labels = new Map(pairsOf(other.body.peek('metadata', 'labels')));
      return selectors.some((selector) => matches(selector, labels));
    });
  return [
    { from: role, through: [role.address] },
    ...added.map((from) => ({ from, through: [role.address, from.address] })),
  ];
}

/** The service account that a pod runs as, with what it may do; undefined where nothing is bound to it. */
export function accountOf(graph: Graph, { resource, node }: Pod): BoundAccount | undefined {
  const name = textAt(node, 'serviceAccountName') || textAt(node, 'serviceAccount') || 'default';
  const namespace = namespaceOf(resource);
  return boundAccounts(graph)
    .get(worldOf(resource))
    ?.find((account) => account.name === name && account.namespace === namespace);
}
