/**
 * Types of Terraform values. Source: the type system of zclconf/go-cty (docs/types.md).
 * `any` is the type of what is not known to have a type yet; only null and unknown values have it.
 */
export type Type = PrimitiveType | AnyType | CollectionType | TupleType | ObjectType;

export type Kind = Type['kind'];

export interface PrimitiveType {
  readonly kind: 'string' | 'number' | 'bool';
}
export interface AnyType {
  readonly kind: 'any';
}
export interface CollectionType {
  readonly kind: 'list' | 'set' | 'map';
  readonly element: Type;
}
export interface TupleType {
  readonly kind: 'tuple';
  readonly items: readonly Type[];
}
export interface ObjectType {
  readonly kind: 'object';
  /** sorted by name */
  readonly attributes: ReadonlyMap<string, Type>;
  /** attributes that may be left out; only constraints have them, types of values never do */
  readonly optional?: ReadonlySet<string>;
}

export const stringType: Type = { kind: 'string' };
export const numberType: Type = { kind: 'number' };
export const boolType: Type = { kind: 'bool' };
export const anyType: Type = { kind: 'any' };

export const listOf = (element: Type): CollectionType => ({ kind: 'list', element });
export const setOf = (element: Type): CollectionType => ({ kind: 'set', element });
export const mapOf = (element: Type): CollectionType => ({ kind: 'map', element });
export const tupleOf = (items: readonly Type[]): TupleType => ({ kind: 'tuple', items });

/** @param attributes sorted by name */
export function objectOf(attributes: ReadonlyMap<string, Type>, optional?: ReadonlySet<string>): ObjectType {
  return optional && optional.size > 0
    ? { kind: 'object', attributes, optional }
    : { kind: 'object', attributes };
}

export function isPrimitive(type: Type): type is PrimitiveType {
  return type.kind === 'string' || type.kind === 'number' || type.kind === 'bool';
}

export function isCollection(type: Type): type is CollectionType {
  return type.kind === 'list' || type.kind === 'set' || type.kind === 'map';
}

/** List, set or tuple. */
export function isSequence(type: Type): boolean {
  return type.kind === 'list' || type.kind === 'set' || type.kind === 'tuple';
}

/** Element type of a collection, `any` for everything else. */
export function elementOf(type: Type): Type {
  return isCollection(type) ? type.element : anyType;
}

export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'list':
    case 'set':
    case 'map':
      return a.kind === b.kind && sameType(a.element, b.element);
    case 'tuple':
      return (
        b.kind === 'tuple' &&
        a.items.length === b.items.length &&
        a.items.every((item, at) => sameType(item, b.items[at]!))
      );
    case 'object':
      return b.kind === 'object' && sameAttributes(a, b);
    default:
      return a.kind === b.kind;
  }
}

function sameAttributes(a: ObjectType, b: ObjectType): boolean {
  if (a.attributes.size !== b.attributes.size || a.optional?.size !== b.optional?.size) return false;
  for (const [name, type] of a.attributes) {
    const other = b.attributes.get(name);
    if (!other || !sameType(type, other) || a.optional?.has(name) !== b.optional?.has(name)) return false;
  }
  return true;
}

/** Whether `any` stands somewhere in it. */
export function isOpen(type: Type): boolean {
  switch (type.kind) {
    case 'any':
      return true;
    case 'list':
    case 'set':
    case 'map':
      return isOpen(type.element);
    case 'tuple':
      return type.items.some(isOpen);
    case 'object':
      for (const attribute of type.attributes.values()) if (isOpen(attribute)) return true;
      return false;
    default:
      return false;
  }
}

/** Whether a value of this type could be one of the constraint, where `any` in the constraint admits everything. */
export function conforms(type: Type, constraint: Type): boolean {
  if (constraint.kind === 'any') return true;
  if (isCollection(constraint))
    return type.kind === constraint.kind && conforms((type as CollectionType).element, constraint.element);
  if (constraint.kind === 'tuple')
    return (
      type.kind === 'tuple' &&
      type.items.length === constraint.items.length &&
      type.items.every((item, at) => conforms(item, constraint.items[at]!))
    );
  if (constraint.kind === 'object') {
    if (type.kind !== 'object' || type.attributes.size !== constraint.attributes.size) return false;
    for (const [name, wanted] of constraint.attributes) {
      const given = type.attributes.get(name);
      if (!given || !conforms(given, wanted)) return false;
    }
    return true;
  }
  return type.kind === constraint.kind;
}

/** The type without `optional` at any depth: what a value of the constraint really has. */
export function withoutOptional(type: Type): Type {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map': {
      const element = withoutOptional(type.element);
      return element === type.element ? type : { kind: type.kind, element };
    }
    case 'tuple': {
      const items = type.items.map(withoutOptional);
      return items.every((item, at) => item === type.items[at]) ? type : tupleOf(items);
    }
    case 'object': {
      let changed = type.optional !== undefined;
      const attributes = new Map<string, Type>();
      for (const [name, attribute] of type.attributes) {
        const bare = withoutOptional(attribute);
        changed ||= bare !== attribute;
        attributes.set(name, bare);
      }
      return changed ? objectOf(attributes) : type;
    }
    default:
      return type;
  }
}

/** In a few words, as messages need it: `list of string`, `object`. */
export function describeType(type: Type): string {
  if (type.kind === 'any') return 'any type';
  if (!isCollection(type)) return type.kind;
  return type.element.kind === 'any' ? type.kind : `${type.kind} of ${describeType(type.element)}`;
}
