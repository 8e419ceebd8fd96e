import type { Graph } from '../graph.ts';
import { type BoundAccount, boundAccounts, type HeldPower, worldOf } from './account-powers.ts';
import { namespaceOf } from './names.ts';
import { pods } from './pods.ts';

/** One step: an account has a power, and by it becomes the next account. */
export interface Step {
  readonly account: BoundAccount;
  readonly held: HeldPower;
}

/** Steps from an account to one that may do everything; the last step is that of the administrator. */
export type Way = readonly Step[];

/** Steps beyond which nobody follows an explanation. */
const longestWay = 5;

/** The shortest way from each account that is no administrator itself to one that is. */
export function waysToAdmin(graph: Graph): readonly Way[] {
  return graph.derive(waysToAdmin, () =>
    [...boundAccounts(graph).values()].flatMap((accounts) => waysIn(graph, accounts)),
  );
}

/** Backwards from the administrators, so that each account is reached once and by the shortest way. */
function waysIn(graph: Graph, accounts: readonly BoundAccount[]): readonly Way[] {
  const ways = new Map<BoundAccount, Way>();
  for (const account of accounts) {
    const held = account.powers.find(isAdministrative);
    if (held) ways.set(account, [{ account, held }]);
  }
  let reached = [...ways.keys()];
  const admins = new Set(reached);
  for (let length = 1; length < longestWay && reached.length > 0; length++) {
    const next: BoundAccount[] = [];
    for (const account of accounts) {
      if (ways.has(account)) continue;
      const step = stepTowards(graph, account, reached);
      if (!step) continue;
      ways.set(account, [{ account, held: step.held }, ...ways.get(step.next)!]);
      next.push(account);
    }
    reached = next;
  }
  return [...ways].filter(([account]) => !admins.has(account)).map(([, way]) => way);
}

function stepTowards(
  graph: Graph,
  { powers }: BoundAccount,
  reached: readonly BoundAccount[],
): { readonly held: HeldPower; readonly next: BoundAccount } | undefined {
  for (const held of powers) {
    const possible = reached.filter((other) => leadsTo(graph, held, other));
    // of several the one that is declared with it, which is surely in the same cluster
    const { file } = held.subject.node;
    const next =
      possible.find(({ powers }) => powers.some((other) => other.subject.node.file === file)) ?? possible[0];
    if (next) return { held, next };
  }
  return undefined;
}

/** Whether a power on the whole cluster is as good as all. */
function isAdministrative({ power, scope }: HeldPower): boolean {
  return scope === '*' && ['everything', 'escalate', 'bind', 'impersonate'].includes(power);
}

/** Whether a power lets one become an account. */
function leadsTo(graph: Graph, { power, scope }: HeldPower, other: BoundAccount): boolean {
  if (scope !== '*' && scope !== other.namespace) return false;
  if (power === 'exec') return running(graph).has(`${other.world} ${other.namespace}/${other.name}`);
  // within one namespace everything includes pods
  return ['everything', 'run-pods', 'make-tokens', 'impersonate-accounts', 'impersonate'].includes(power);
}

/** Accounts under which some pod of the repository runs. */
function running(graph: Graph): ReadonlySet<string> {
  return graph.derive(running, () => {
    const found = new Set<string>();
    for (const { resource, node } of graph.select(pods)) {
      const name = node.peek('serviceAccountName')?.content ?? 'default';
      found.add(`${worldOf(resource)} ${namespaceOf(resource) ?? ''}/${String(name)}`);
    }
    return found;
  });
}

/** The workloads that run as an account. */
export function workloadsOf(graph: Graph, { world, namespace, name }: BoundAccount): readonly string[] {
  return graph
    .select(pods)
    .filter(
      ({ resource, node }) =>
        worldOf(resource) === world &&
        namespaceOf(resource) === namespace &&
        (node.peek('serviceAccountName')?.content ?? 'default') === name,
    )
    .map(({ resource }) => resource.address);
}
