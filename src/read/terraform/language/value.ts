import { Unknown } from '../../../model/unknown.ts';
import type { Num } from './big-float.ts';
import { fail } from './failure.ts';
import { compareText, normalise } from './text-order.ts';
import {
  anyType,
  boolType,
  type Kind,
  listOf,
  mapOf,
  numberType,
  objectOf,
  stringType,
  type Type,
  tupleOf,
} from './type.ts';

/** Labels that a value carries into everything made from it: `sensitive`, `ephemeral`. */
export type Marks = ReadonlySet<string>;

export type Items = readonly Value[];
/** sorted by key */
export type Entries = ReadonlyMap<string, Value>;
export type Data = null | boolean | string | Num | Items | Entries | Unknown;

export const noMarks: Marks = new Set();

/**
 * No value is larger than this, counted in values with everything inside (16 characters of text count as one).
 * Shared parts count each time, so nothing that walks a value can take long, however it was built.
 */
export const largestSize = 1_000_000;

/** No value is nested deeper, so that walking it needs no care for the stack. */
export const deepest = 256;

const holdsUnknown = 1;
const holdsMarksInside = 2;
const flags = 3;
const oneLevel = 4;

/**
 * A value of Terraform's language: known, null of a type, or unknown of a type. Immutable.
 * Source: the model of zclconf/go-cty. The type of an object or tuple follows from its parts and is made at first use.
 */
export class Value {
  constructor(
    readonly kind: Kind,
    /** by kind: text, number, flag; items of list, set, tuple; entries of map, object; null; or why it is unknown */
    readonly data: Data,
    private held: Type | undefined,
    /** of this value itself; parts may carry more */
    readonly marks: Marks,
    /** see {@link largestSize} */
    readonly size: number,
    private readonly traits: number,
  ) {}

  get type(): Type {
    this.held ??= structuralType(this);
    return this.held;
  }

  get isNull(): boolean {
    return this.data === null;
  }
  get isUnknown(): boolean {
    return this.data instanceof Unknown;
  }
  /** Neither it nor anything in it is unknown. */
  get isWhollyKnown(): boolean {
    return (this.traits & holdsUnknown) === 0;
  }
  get isMarked(): boolean {
    return this.marks.size > 0;
  }
  /** It or anything in it is marked. */
  get containsMarks(): boolean {
    return this.marks.size > 0 || (this.traits & holdsMarksInside) !== 0;
  }
  /** Certainly not null, as far as can be told. */
  get isPresent(): boolean {
    return this.data instanceof Unknown ? this.data.present : this.data !== null;
  }
  /** A set whose items may turn out to be equal, or in another order, so that it cannot be walked through. */
  get isUnsettled(): boolean {
    return this.kind === 'set' && Array.isArray(this.data) && this.data.length > 1 && !this.isWhollyKnown;
  }
  /** Whether it is a list, set, tuple, map or object that can be walked through. */
  get isIterable(): boolean {
    return Array.isArray(this.data) || this.data instanceof Map;
  }

  /** Only of a known string. */
  get text(): string {
    return this.data as string;
  }
  /** Only of a known number. */
  get number(): Num {
    return this.data as Num;
  }
  /** Only of a known bool. */
  get flag(): boolean {
    return this.data as boolean;
  }
  /** Only of a known list, set or tuple. */
  get items(): Items {
    return this.data as Items;
  }
  /** Only of a known map or object. */
  get entries(): Entries {
    return this.data as Entries;
  }

  /** The parts of a known list, set, tuple, map or object, in their order. */
  get parts(): Items {
    return this.data instanceof Map ? [...this.data.values()] : this.items;
  }

  hasMark(mark: string): boolean {
    return this.marks.has(mark);
  }

  /** The same value with further marks. */
  withMarks(marks: Marks): Value {
    const all = joinMarks(this.marks, marks);
    return all === this.marks ? this : this.remarked(all);
  }

  /** The same value without marks of its own; its parts keep theirs. */
  unmarked(): Value {
    return this.marks.size === 0 ? this : this.remarked(noMarks);
  }

  /** The same value without one mark. */
  withoutMark(mark: string): Value {
    return this.marks.has(mark)
      ? this.remarked(new Set([...this.marks].filter((other) => other !== mark)))
      : this;
  }

  private remarked(marks: Marks): Value {
    return new Value(this.kind, this.data, this.held, marks, this.size, this.traits);
  }

  /** What the parts of a new value add up to. @throws Failure where it would be too large or too deep */
  static measure(parts: Iterable<Value>): { readonly size: number; readonly traits: number } {
    let size = 1;
    let traits = 0;
    let depth = 0;
    for (const part of parts) {
      size += part.size;
      traits |= part.traits & flags;
      if (part.marks.size > 0) traits |= holdsMarksInside;
      if (part.traits > depth) depth = part.traits;
    }
    if (size > largestSize) fail(`the result holds more than ${largestSize} values`);
    depth = (depth & ~flags) + oneLevel;
    if (depth > deepest * oneLevel) fail(`the result is nested deeper than ${deepest} levels`);
    return { size, traits: traits | depth };
  }

  static unknown(type: Type, why: Unknown): Value {
    return new Value(type.kind, why, type, noMarks, 1, holdsUnknown);
  }
}

export const trueValue = new Value('bool', true, boolType, noMarks, 1, 0);
export const falseValue = new Value('bool', false, boolType, noMarks, 1, 0);
/** What the keyword `null` gives: null of no type yet. */
export const untypedNull = new Value('any', null, anyType, noMarks, 1, 0);

export function boolValue(flag: boolean): Value {
  return flag ? trueValue : falseValue;
}

export function numberValue(number: Num): Value {
  return new Value('number', number, numberType, noMarks, 1, 0);
}

/** @throws Failure where the text is too long */
export function textValue(text: string): Value {
  const size = 1 + (text.length >> 4);
  if (size > largestSize) fail(`the result is longer than ${largestSize * 16} characters`);
  return new Value('string', normalise(text), stringType, noMarks, size, 0);
}

export function nullValue(type: Type): Value {
  return type === anyType ? untypedNull : new Value(type.kind, null, type, noMarks, 1, 0);
}

/** @throws Failure where it would be too large */
export function tupleValue(items: Items): Value {
  const { size, traits } = Value.measure(items);
  return new Value('tuple', items, undefined, noMarks, size, traits);
}

/** @param entries in any order */
export function objectValue(entries: Entries): Value {
  const { size, traits } = Value.measure(entries.values());
  return new Value('object', sortEntries(entries), undefined, noMarks, size, traits);
}

/**
 * A list of items of one type.
 * @param element the type where there are no items, or none of a definite type
 */
export function listValue(items: Items, element: Type = anyType): Value {
  const type = commonElement(items, element);
  const { size, traits } = Value.measure(items);
  return new Value('list', typedParts(items, type), listOf(type), noMarks, size, traits);
}

/** A map whose values are of one type; see {@link listValue}. */
export function mapValue(entries: Entries, element: Type = anyType): Value {
  const type = commonElement(entries.values(), element);
  const { size, traits } = Value.measure(entries.values());
  const parts = [...entries.values()];
  const typed = typedParts(parts, type);
  const given = typed === parts ? entries : new Map([...entries.keys()].map((key, at) => [key, typed[at]!]));
  return new Value('map', sortEntries(given), mapOf(type), noMarks, size, traits);
}

/** The type of the first part that has a definite one. */
export function commonElement(parts: Iterable<Value>, otherwise: Type): Type {
  for (const part of parts) if (part.kind !== 'any') return part.type;
  return otherwise;
}

/** Parts of a collection are of its element type, also what is null or unknown of no type yet. */
export function typedParts(parts: Items, element: Type): Items {
  if (element.kind === 'any' || parts.every((part) => part.kind !== 'any')) return parts;
  return parts.map((part) => {
    if (part.kind !== 'any') return part;
    const typed = part.data instanceof Unknown ? Value.unknown(element, part.data) : nullValue(element);
    return typed.withMarks(part.marks);
  });
}

export function joinMarks(a: Marks, b: Marks): Marks {
  if (b.size === 0 || a === b) return a;
  if (a.size === 0) return b;
  for (const mark of b) if (!a.has(mark)) return new Set([...a, ...b]);
  return a;
}

function sortEntries(entries: Entries): Entries {
  let last: string | undefined;
  for (const key of entries.keys()) {
    if (last !== undefined && compareText(last, key) > 0) {
      const sorted = new Map<string, Value>();
      for (const name of [...entries.keys()].sort(compareText)) sorted.set(name, entries.get(name)!);
      return sorted;
    }
    last = key;
  }
  return entries;
}

function structuralType(value: Value): Type {
  if (value.kind === 'tuple') return tupleOf(value.items.map((item) => item.type));
  const attributes = new Map<string, Type>();
  for (const [name, attribute] of value.entries) attributes.set(name, attribute.type);
  return objectOf(attributes);
}
