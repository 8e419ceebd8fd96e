import { isPrimitive, type ObjectType, type TupleType, type Type } from './type.ts';

/**
 * Positions of the types in the order in which they are tried as the common type of all: the more general first.
 * Source: go-cty, `convert/sort_types.go` and `compare_types.go`.
 */
export function preferenceOrder(types: readonly Type[]): readonly number[] {
  const after: number[][] = types.map(() => []);
  const waits = new Array<number>(types.length).fill(0);
  for (let a = 0; a < types.length; a++)
    for (let b = a + 1; b < types.length; b++) {
      const order = compareGenerality(types[a]!, types[b]!);
      if (order === 0) continue;
      const [first, second] = order < 0 ? [a, b] : [b, a];
      after[first]!.push(second);
      waits[second] = waits[second]! + 1;
    }
  const order: number[] = [];
  for (let at = 0; at < types.length; at++) if (waits[at] === 0) order.push(at);
  for (let at = 0; at < order.length; at++)
    for (const next of after[order[at]!]!) {
      waits[next] = waits[next]! - 1;
      if (waits[next] === 0) order.push(next);
    }
  return order;
}

/** Negative where `a` is the more general, zero where that cannot be said. */
function compareGenerality(a: Type, b: Type): number {
  if (a.kind === 'any' || b.kind === 'any') return Number(a.kind === 'any') - Number(b.kind === 'any');
  if (isPrimitive(a) && isPrimitive(b)) return Number(b.kind === 'string') - Number(a.kind === 'string');
  if ((a.kind === 'list' || a.kind === 'set' || a.kind === 'map') && a.kind === b.kind)
    return compareGenerality(a.element, b.element);
  if (a.kind === 'object' && b.kind === 'object') return compareObjects(a, b);
  if (a.kind === 'tuple' && b.kind === 'tuple') return compareTuples(a, b);
  return holds(a, b) ? -1 : holds(b, a) ? 1 : 0;
}

/** Whether the first kind of container takes in the second. */
function holds(general: Type, special: Type): boolean {
  switch (special.kind) {
    case 'object':
      return general.kind === 'map';
    case 'tuple':
      return general.kind === 'list';
    case 'set':
      return general.kind === 'list' || general.kind === 'tuple';
    default:
      return false;
  }
}

function compareObjects(a: ObjectType, b: ObjectType): number {
  if (a.attributes.size !== b.attributes.size) return 0;
  const orders: number[] = [];
  for (const [name, type] of a.attributes) {
    const other = b.attributes.get(name);
    if (!other) return 0;
    orders.push(compareGenerality(type, other));
  }
  return agreed(orders);
}

function compareTuples(a: TupleType, b: TupleType): number {
  if (a.items.length !== b.items.length) return 0;
  return agreed(a.items.map((item, at) => compareGenerality(item, b.items[at]!)));
}

function agreed(orders: readonly number[]): number {
  const less = orders.some((order) => order < 0);
  const more = orders.some((order) => order > 0);
  return less === more ? 0 : less ? -1 : 1;
}
