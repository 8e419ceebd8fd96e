import type { Unit } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { ofTypeInUnit } from '../terraform/in-unit.ts';
import { providerMajor } from '../terraform/provider-major.ts';

/** Arguments that only some majors of azurerm take: the first that did, or the last. Source: azurerm 3 and 4 upgrade guides. */
const evidence: readonly (readonly [type: string, argument: string, since: number, until: number])[] = [
  ['azurerm_storage_account', 'allow_blob_public_access', 1, 2],
  ['azurerm_storage_account', 'allow_nested_items_to_be_public', 3, 99],
  ['azurerm_storage_account', 'enable_https_traffic_only', 1, 3],
];

/**
 * The lowest major version of azurerm that the modules of a unit ask for, or, where none says, the one major that takes all
 * that they write; `undefined` where neither tells, which gets the newest.
 */
export function azurermMajor(graph: Graph, unit: Unit): number | undefined {
  return providerMajor(graph, unit, 'azurerm') ?? writtenFor(graph, unit);
}

function writtenFor(graph: Graph, unit: Unit): number | undefined {
  const known = graph.derive(writtenFor, () => new Map<string, number | undefined>());
  if (!known.has(unit.id)) known.set(unit.id, inferredFrom(graph, unit));
  return known.get(unit.id);
}

function inferredFrom(graph: Graph, unit: Unit): number | undefined {
  const found = evidence.filter(([type, argument]) =>
    ofTypeInUnit(graph, type, unit).some(({ body }) => body.peek(argument) !== undefined),
  );
  const since = Math.max(...found.map(([, , first]) => first));
  const until = Math.min(...found.map(([, , , last]) => last));
  // what was before 2 is judged as 2
  return since === until || until === 2 ? until : undefined;
}
