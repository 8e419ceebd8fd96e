import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';

interface Definition {
  readonly resource: Resource;
  readonly schema: Node;
}

const key = Symbol('custom resource definitions');

/**
 * The `openAPIV3Schema` nodes that define a custom resource: those of its own unit, otherwise those of any other. Plain manifests
 * are of one unit only because nothing says otherwise: bundles of old releases lie among them.
 */
export function schemasOf(
  graph: Graph,
  { unit }: Resource,
  apiVersion: string,
  kind: string,
): readonly Node[] {
  const all = graph.derive(key, definitions).get(`${apiVersion} ${kind}`) ?? [];
  const own = unit.kind === 'manifests' ? [] : all.filter((definition) => definition.resource.unit === unit);
  return distinct((own.length > 0 ? own : all).map(({ schema }) => schema));
}

/** Copies of a definition, as a base and its bundle hold them, need not be asked twice. */
function distinct(schemas: readonly Node[]): readonly Node[] {
  const texts = new Map(schemas.map((schema) => [schema.file.text.slice(schema.start, schema.end), schema]));
  return [...texts.values()].slice(0, 8);
}

/** `cert-manager.io/v1 Certificate` → its definitions. */
function definitions(graph: Graph): ReadonlyMap<string, readonly Definition[]> {
  const found = new Map<string, Definition[]>();
  for (const resource of graph.ofType('CustomResourceDefinition')) {
    const spec = resource.body.peek('spec');
    const group = spec?.peek('group')?.content;
    const kind = spec?.peek('names', 'kind')?.content;
    const versions = spec?.peek('versions')?.content;
    if (typeof group !== 'string' || typeof kind !== 'string' || !Array.isArray(versions)) continue;
    for (const version of versions as readonly Node[]) {
      const schema = version.peek('schema', 'openAPIV3Schema') ?? spec?.peek('validation', 'openAPIV3Schema');
      if (!schema) continue;
      const id = `${group}/${String(version.peek('name')?.content)} ${kind}`;
      found.set(id, [...(found.get(id) ?? []), { resource, schema }]);
    }
  }
  return found;
}
