import type { Resource, Unit } from '../../model/resource.ts';
import { Unknown } from '../../model/unknown.ts';
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

export interface Names {
  readonly known: ReadonlySet<string>;
  /** a resource whose name is set and cannot be told */
  readonly unknown: Resource | undefined;
}

/** What the resources of a type in a unit are called by an attribute (`name`, `dimensions.QueueName`), collected once. */
export function namesInUnit(graph: Graph, type: string, attribute: string, unit: Unit): Names {
  const known = graph.derive(namesInUnit, () => new Map<Unit, Map<string, Names>>());
  const ofUnit = known.get(unit) ?? new Map<string, Names>();
  known.set(unit, ofUnit);
  const key = `${type}.${attribute}`;
  let names = ofUnit.get(key);
  if (!names) {
    const path = attribute.split('.');
    const texts = new Set<string>();
    let unknown: Resource | undefined;
    for (const resource of ofTypeInUnit(graph, type, unit)) {
      const content = resource.body.peek(...path)?.content;
      if (typeof content === 'string') texts.add(content);
      else if (content instanceof Unknown) unknown ??= resource;
    }
    names = { known: texts, unknown };
    ofUnit.set(key, names);
  }
  return names;
}
