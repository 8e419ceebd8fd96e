import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { Undecided } from '../../model/unknown.ts';
import type { Graph } from '../graph.ts';
import { companionsOf } from '../terraform/companions.ts';

/** Attributes by which resources that belong to a storage account name it: its id since azurerm 3 or 4, its name before. */
const links = ['storage_account_id', 'storage_account_name'] as const;

/** Resources of a type that belong to a storage account, whichever attribute names it. @throws Undecided */
export function partsOf(graph: Graph, account: Resource, type: string): readonly Resource[] {
  const found = new Set<Resource>();
  let doubt: Undecided | undefined;
  for (const link of links)
    try {
      for (const part of companionsOf(graph, account, type, link)) found.add(part);
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      doubt ??= error;
    }
  if (found.size === 0 && doubt) throw doubt;
  return [...found];
}

/** The storage account that a container, a queue or a set of rules belongs to, where it is in the repository. */
export function accountOf(graph: Graph, part: Resource): Resource | undefined {
  const at = links.map((link) => part.body.peek(link)).filter((node) => node !== undefined);
  return graph
    .from(part)
    .find(
      (relation) => relation.to.type === 'azurerm_storage_account' && at.some((node) => node === relation.at),
    )?.to;
}

/** The network rules of an account: its own block, or those of a resource of their own. @throws Undecided */
export function networkRulesOf(graph: Graph, account: Resource): Node | undefined {
  return (
    account.body.get('network_rules') ??
    partsOf(graph, account, 'azurerm_storage_account_network_rules')[0]?.body
  );
}

/** What a storage account is for, as far as its name tells: logs and scratch can be lost, and are made by machines. */
export function isForLogsOrScratch({ name, body }: Resource): boolean {
  const written = body.peek('name')?.content;
  return [name, typeof written === 'string' ? written : ''].some((text) =>
    /(^|[-_.])(log|logs|logging|flowlogs?|audit|diag|diagnostics?|bootdiag|boot|cache|tmp|temp|scratch|artifacts?|func|functions?)($|[-_.\d])|logs?$|diag$/i.test(
      text,
    ),
  );
}
