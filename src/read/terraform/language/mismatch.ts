import {
  type CollectionType,
  describeType,
  isCollection,
  isPrimitive,
  type ObjectType,
  type Type,
} from './type.ts';
import { convertible } from './unify.ts';

/** Why values of one type cannot become values of another, without a full stop. Only where they cannot. */
export function describeMismatch(given: Type, wanted: Type): string {
  if (given.kind === 'object' && wanted.kind === 'object') return describeObjects(given, wanted);
  if (isCollection(wanted)) {
    const parts = partsThatFit(given, wanted);
    if (!parts) return describeKinds(given, wanted);
    if (wanted.element.kind === 'any') return `the elements of a ${wanted.kind} must have one type`;
    for (const [name, part] of parts)
      if (!convertible(part, wanted.element))
        return `element ${name}: ${describeMismatch(part, wanted.element)}`;
    if (isCollection(given)) return `element: ${describeMismatch(given.element, wanted.element)}`;
    return `all elements must be ${describeType(wanted.element)}`;
  }
  return describeKinds(given, wanted);
}

function describeKinds(given: Type, wanted: Type): string {
  const quick = isPrimitive(given) && isPrimitive(wanted) && wanted.kind !== 'string';
  if (quick && given.kind === 'string') return `a ${wanted.kind} is required`;
  return `${describeType(wanted)} required, not ${describeType(given)}`;
}

/** Elements of a structure that could stand for a collection; none for a collection of the kind, nothing otherwise. */
function partsThatFit(
  given: Type,
  wanted: CollectionType,
): Iterable<readonly [string | number, Type]> | undefined {
  if (wanted.kind === 'map') {
    if (given.kind === 'object') return [...given.attributes].map(([name, type]) => [`"${name}"`, type]);
    return given.kind === 'map' ? [] : undefined;
  }
  if (given.kind === 'tuple') return given.items.entries();
  return given.kind === 'list' || given.kind === 'set' ? [] : undefined;
}

function describeObjects(given: ObjectType, wanted: ObjectType): string {
  const missing = [...wanted.attributes.keys()].filter(
    (name) => !given.attributes.has(name) && !wanted.optional?.has(name),
  );
  if (missing.length > 0) {
    const names = missing.map((name) => `"${name}"`).join(', ');
    return missing.length === 1 ? `attribute ${names} is required` : `attributes ${names} are required`;
  }
  for (const [name, type] of wanted.attributes) {
    const part = given.attributes.get(name);
    if (part && !convertible(part, type)) return `attribute "${name}": ${describeMismatch(part, type)}`;
  }
  return 'the attributes do not fit';
}
