import type { Node } from '../../model/node.ts';
import type { Relation } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { textAt } from '../look.ts';
import { backends, terraformOf } from '../terraform/settings.ts';

/** Remote state → the outputs of the root that keeps its state there. */
export function linkRemoteStates(graph: Graph): Relation[] {
  const readers = graph.ofType('data.terraform_remote_state');
  if (readers.length === 0) return [];
  const outputs = new Map<string, Resource[]>();
  for (const output of terraformOf(graph, 'output')) {
    if (output.instance.address !== '') continue;
    const list = outputs.get(output.unit.id);
    if (list) list.push(output);
    else outputs.set(output.unit.id, [output]);
  }
  const roots = graph.select(backends).flatMap(({ kind, node, resource: { unit } }) => {
    const place = placeOf(kind, node, unit.path);
    return place === undefined ? [] : [{ place, unit }];
  });
  // a root without a backend keeps its state in its own folder
  for (const [id, [output]] of outputs)
    if (!roots.some(({ unit }) => unit.id === id))
      roots.push({
        place: `local ${resolvePath(output!.unit.path, 'terraform.tfstate')}`,
        unit: output!.unit,
      });
  return readers.flatMap((from) => {
    const at = from.body.peek('config');
    const place = at && placeOf(textAt(from.body, 'backend'), at, from.unit.path);
    return roots
      .filter((root) => root.place === place && root.unit.id !== from.unit.id)
      .flatMap(({ unit }) => outputs.get(unit.id) ?? [])
      .map((to) => ({ kind: 'references' as const, from, to, at: at! }));
  });
}

/** Where a state lies, so that two who mean the same say the same; `undefined` where that is not known. */
function placeOf(kind: string, settings: Node, folder: string): string | undefined {
  const said = (name: string) => textAt(settings, name);
  if (kind === 'local') return `local ${resolvePath(folder, said('path') || 'terraform.tfstate')}`;
  const fields = {
    s3: ['bucket', 'key'],
    gcs: ['bucket', 'prefix'],
    azurerm: ['storage_account_name', 'container_name', 'key'],
  }[kind];
  const values = fields?.map(said);
  return values?.every((value) => value !== '') ? `${kind} ${values.join(' ')}` : undefined;
}

function resolvePath(folder: string, path: string): string {
  const parts: string[] = folder === '.' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
