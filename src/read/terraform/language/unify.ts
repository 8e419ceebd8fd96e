import {
  anyType,
  type CollectionType,
  isPrimitive,
  type ObjectType,
  objectOf,
  sameType,
  type TupleType,
  type Type,
  tupleOf,
} from './type.ts';
import { preferenceOrder } from './type-preference.ts';

/** More different types than this are not compared with one another: they are no real collection, and it would take long. */
const mostDistinct = 300;

/**
 * Whether values of a type can become values of another.
 * @param unsafe also where that depends on the value (`"5"` to number) or loses something (list to set)
 * Source: go-cty, `convert/conversion.go`.
 */
export function convertible(from: Type, to: Type, unsafe = true): boolean {
  if (to.kind === 'any' || from === to) return true;
  if (from.kind === 'any') return unsafe;
  if (isPrimitive(from) && isPrimitive(to))
    return from.kind === to.kind || to.kind === 'string' || (unsafe && from.kind === 'string');
  switch (to.kind) {
    case 'list':
    case 'set':
      if (from.kind === 'tuple') return tupleConvertible(from, to, unsafe);
      if (from.kind !== 'list' && from.kind !== 'set') return false;
      if (to.kind === 'set' && from.kind === 'list' && !unsafe) return false;
      return convertible(from.element, to.element, unsafe);
    case 'map':
      if (from.kind === 'map') return convertible(from.element, to.element, unsafe);
      return from.kind === 'object' && objectConvertibleToMap(from, to, unsafe);
    case 'object':
      if (from.kind === 'map') return unsafe && mapConvertibleToObject(from, to);
      return from.kind === 'object' && objectConvertible(from, to, unsafe);
    case 'tuple':
      return (
        from.kind === 'tuple' &&
        from.items.length === to.items.length &&
        from.items.every((item, at) => convertible(item, to.items[at]!, unsafe))
      );
    default:
      return false;
  }
}

function tupleConvertible(from: TupleType, to: CollectionType, unsafe: boolean): boolean {
  if (from.items.length === 0) return true;
  const element = to.element.kind === 'any' ? unify(from.items, unsafe) : to.element;
  if (!element) return false;
  // What has no type yet may come to fit. Terraform refuses this, but it knows the types of all resources.
  if (element.kind === 'any') return true;
  return from.items.every((item) => convertible(item, element, unsafe));
}

function objectConvertibleToMap(from: ObjectType, to: CollectionType, unsafe: boolean): boolean {
  if (from.attributes.size === 0) return true;
  const types = [...from.attributes.values()];
  const element = to.element.kind === 'any' ? unify(types, unsafe) : to.element;
  return element !== undefined && types.every((type) => convertible(type, element, unsafe));
}

function mapConvertibleToObject(from: CollectionType, to: ObjectType): boolean {
  for (const [name, type] of to.attributes)
    if (!convertible(from.element, type) && !to.optional?.has(name)) return false;
  return true;
}

function objectConvertible(from: ObjectType, to: ObjectType, unsafe: boolean): boolean {
  for (const [name, type] of to.attributes) {
    const given = from.attributes.get(name);
    if (given ? !convertible(given, type, unsafe) : !to.optional?.has(name)) return false;
  }
  return true;
}

/**
 * The most general type that all types can become, or `undefined` where there is none.
 * Source: go-cty, `convert/unify.go`.
 */
export function unify(types: readonly Type[], unsafe = true): Type | undefined {
  const distinct = distinctTypes(types);
  if (distinct === undefined || distinct.length < 2) return distinct?.[0];
  const kinds = new Set(distinct.map((type) => type.kind));
  const open = kinds.delete('any');
  const structured = unifyStructures(distinct, kinds, open, unsafe);
  if (structured !== 'undecided') return structured;
  const order = preferenceOrder(distinct);
  for (const at of order) {
    const wanted: Type = distinct[at]!;
    if (distinct.every((type) => convertible(type, wanted, unsafe))) return wanted;
  }
  return undefined;
}

function distinctTypes(types: readonly Type[]): readonly Type[] | undefined {
  const distinct: Type[] = [];
  for (const type of types)
    if (!distinct.some((other) => sameType(other, type)) && distinct.push(type) > mostDistinct)
      return undefined;
  return distinct;
}

function unifyStructures(
  types: readonly Type[],
  kinds: ReadonlySet<Type['kind']>,
  open: boolean,
  unsafe: boolean,
): Type | undefined | 'undecided' {
  if (kinds.size === 1) {
    const [kind] = kinds;
    switch (kind) {
      case 'list':
      case 'set':
      case 'map':
        return open ? anyType : unifyElements(kind, types as readonly CollectionType[], unsafe);
      case 'object':
        return open ? anyType : unifyObjects(types as readonly ObjectType[], unsafe);
      case 'tuple':
        return open ? anyType : unifyTuples(types as readonly TupleType[], unsafe);
    }
  }
  if (kinds.size === 2 && kinds.has('map') && kinds.has('object'))
    return unifyWith(types, 'object', (type) => [...(type as ObjectType).attributes.values()], 'map', unsafe);
  if (kinds.size === 2 && kinds.has('list') && kinds.has('tuple'))
    return unifyWith(types, 'tuple', (type) => (type as TupleType).items, 'list', unsafe);
  return kinds.has('object') && kinds.has('tuple') ? undefined : 'undecided';
}

/** Objects among maps are maps in disguise, tuples among lists are lists: read as such, they may unify. */
function unifyWith(
  types: readonly Type[],
  structure: 'object' | 'tuple',
  partsOf: (type: Type) => readonly Type[],
  collection: 'map' | 'list',
  unsafe: boolean,
): Type | undefined | 'undecided' {
  const structures = types.filter((type) => type.kind === structure);
  const element = unify(structures.flatMap(partsOf), unsafe);
  const disguised: Type | undefined = element && { kind: collection, element };
  if (!disguised || !structures.every((type) => convertible(type, disguised, unsafe))) return 'undecided';
  const result = unify([...types.filter((type) => type.kind !== structure), disguised], unsafe);
  return result?.kind === collection ? result : 'undecided';
}

function unifyElements(
  kind: CollectionType['kind'],
  types: readonly CollectionType[],
  unsafe: boolean,
): Type | undefined {
  const element = unify(
    types.map((type) => type.element),
    unsafe,
  );
  if (!element) return undefined;
  const result: Type = { kind, element };
  return types.every((type) => convertible(type, result, unsafe)) ? result : undefined;
}

function unifyObjects(types: readonly ObjectType[], unsafe: boolean): Type | undefined {
  const [first] = types as [ObjectType];
  const names = [...first.attributes.keys()];
  const alike = types.every(
    (type) => type.attributes.size === names.length && names.every((name) => type.attributes.has(name)),
  );
  if (!alike) return unifyParts('map', types, (type) => [...type.attributes.values()], unsafe);
  const attributes = new Map<string, Type>();
  for (const name of names) {
    const type = unify(
      types.map((each) => each.attributes.get(name)!),
      unsafe,
    );
    if (!type) return undefined;
    attributes.set(name, type);
  }
  return objectOf(attributes);
}

function unifyTuples(types: readonly TupleType[], unsafe: boolean): Type | undefined {
  const [first] = types as [TupleType];
  if (types.some((type) => type.items.length !== first.items.length))
    return unifyParts('list', types, (type) => type.items, unsafe);
  const items: Type[] = [];
  for (let at = 0; at < first.items.length; at++) {
    const type = unify(
      types.map((each) => each.items[at]!),
      unsafe,
    );
    if (!type) return undefined;
    items.push(type);
  }
  return tupleOf(items);
}

/** The collection that all parts of all structures fit into. */
function unifyParts<T extends Type>(
  kind: 'map' | 'list',
  types: readonly T[],
  partsOf: (type: T) => readonly Type[],
  unsafe: boolean,
): Type | undefined {
  const element = unify(types.flatMap(partsOf), unsafe);
  if (!element) return undefined;
  const result: Type = { kind, element };
  return types.every((type) => convertible(type, result, unsafe)) ? result : undefined;
}
