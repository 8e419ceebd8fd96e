import type { Resource, Unit } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';

/** Resources of a type that are applied together with another one, indexed once for each type. */
export function ofTypeInUnit(graph: Graph, type: string, unit: Unit): readonly Resource[] {
  const known = graph.derive(ofTypeInUnit, () => new Map<string, ReadonlyMap<Unit, readonly Resource[]>>());
  let byUnit = known.get(type);
  if (!byUnit) {
    const found = new Map<Unit, Resource[]>();
    for (const resource of graph.ofType(type)) {
      const list = found.get(resource.unit);
      if (list) list.push(resource);
      else found.set(resource.unit, [resource]);
    }
    byUnit = found;
    known.set(type, found);
  }
  return byUnit.get(unit) ?? [];
}
