import type { Path, Plain } from '../model/node.ts';
import { nest } from './change.ts';

/** Values that are to be made in one map or list, put together from several edits. */
export class Pending {
  #value: Plain;

  constructor(path: Path, value: Plain) {
    this.#value = nest(path, value);
  }

  get value(): Plain {
    return this.#value;
  }

  /** Adds a value; `undefined` where something else is already to be there. */
  with(path: Path, value: Plain): Pending | undefined {
    const merged = merge(this.#value, nest(path, value));
    return merged === undefined ? undefined : new Pending([], merged);
  }
}

function merge(a: Plain, b: Plain): Plain | undefined {
  if (!isMap(a) || !isMap(b)) return equal(a, b) ? a : undefined;
  const merged: Record<string, Plain> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const both = Object.hasOwn(a, key) ? merge(a[key]!, value) : value;
    if (both === undefined) return undefined;
    merged[key] = both;
  }
  return merged;
}

function isMap(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values are the same data; the order of keys does not count. */
export function equal(a: Plain, b: Plain): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        equal((a as Record<string, Plain>)[key]!, (b as Record<string, Plain>)[key]!),
    )
  );
}
