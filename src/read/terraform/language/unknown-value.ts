import { Unknown } from '../../../model/unknown.ts';
import { setValue } from './set-value.ts';
import { isCollection, type Type } from './type.ts';
import { listValue, mapValue, Value } from './value.ts';

/** What can be told of a value although it is unknown. */
export interface Refinement {
  /** certainly not null */
  readonly present?: boolean;
  /** a string starts with this */
  readonly prefix?: string;
  /** a collection has at least and at most so many items */
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** An unknown of which more can be told than the model needs. */
export class RefinedUnknown extends Unknown {
  readonly prefix: string;
  readonly minLength: number;
  readonly maxLength: number;

  constructor(why: Unknown, refinement: Refinement) {
    super(why.reason, refinement.present ?? why.present, why.references);
    const before = refinementOf(why);
    this.prefix = refinement.prefix ?? before.prefix;
    this.minLength = refinement.minLength ?? before.minLength;
    this.maxLength = refinement.maxLength ?? before.maxLength;
  }
}

/** More references say no more to a person, and joining them costs. */
const mostReferences = 32;

/** An unknown value of a type, for a reason that completes "not known because …". */
export function unknownValue(type: Type, reason: string | Unknown, refinement?: Refinement): Value {
  const why = typeof reason === 'string' ? new Unknown(reason) : reason;
  return refinement ? refined(type, why, refinement) : Value.unknown(type, why);
}

/** An unknown value that is so because of unknown values among others: their first reason, all their references. */
export function unknownFrom(type: Type, causes: Iterable<Value>, refinement?: Refinement): Value {
  const leaves: Unknown[] = [];
  for (const cause of causes) collectUnknowns(cause, leaves);
  const [first, ...others] = leaves;
  const references = new Set(first?.references);
  for (const other of others)
    for (const reference of other.references) if (references.size < mostReferences) references.add(reference);
  const reason = first?.reason ?? 'it follows from a value that is not known';
  const why = new Unknown(reason, false, references.size > 0 ? [...references] : undefined);
  return refinement ? refined(type, why, refinement) : Value.unknown(type, why);
}

/** The same unknown value with more told of it; any other value as it is. */
export function refine(value: Value, refinement: Refinement): Value {
  if (!(value.data instanceof Unknown) || value.kind === 'any') return value;
  if (refinement.present === true && value.data.present && Object.keys(refinement).length === 1) return value;
  return refined(value.type, value.data, refinement).withMarks(value.marks);
}

/** The same value, and if it is unknown, it is told that it will not be null. */
export function presentValue(value: Value): Value {
  return refine(value, { present: true });
}

/** What is known of the text, length or presence of a value, whether the value is known or not. */
export function refinementOf(unknown: Unknown): Required<Refinement> {
  if (unknown instanceof RefinedUnknown) return unknown;
  return { present: unknown.present, prefix: '', minLength: 0, maxLength: Number.POSITIVE_INFINITY };
}

/** Fewest and most items that a collection can turn out to have. */
export function lengthBounds(value: Value): { readonly min: number; readonly max: number } {
  if (value.data instanceof Unknown) {
    const { minLength, maxLength } = refinementOf(value.data);
    return { min: minLength, max: maxLength };
  }
  if (value.data === null) return { min: 0, max: Number.POSITIVE_INFINITY };
  const length = value.data instanceof Map ? value.data.size : value.items.length;
  return { min: value.isUnsettled ? 1 : length, max: length };
}

function refined(type: Type, why: Unknown, refinement: Refinement): Value {
  const unknown = new RefinedUnknown(why, refinement);
  if (isCollection(type) && unknown.present && unknown.minLength === unknown.maxLength) {
    const length = unknown.minLength;
    const item = Value.unknown(type.element, new Unknown(why.reason, false, why.references));
    if (type.kind === 'list' && length <= 1024)
      return listValue(new Array<Value>(length).fill(item), type.element);
    if (type.kind === 'set' && length <= 1) return setValue(length === 0 ? [] : [item], type.element);
    if (type.kind === 'map' && length === 0) return mapValue(new Map(), type.element);
  }
  return Value.unknown(type, unknown);
}

/** Unknown values in a value, the first few in their order. */
function collectUnknowns(value: Value, into: Unknown[]): void {
  if (value.isWhollyKnown || into.length > mostReferences) return;
  if (value.data instanceof Unknown) into.push(value.data);
  else for (const part of value.parts) collectUnknowns(part, into);
}
