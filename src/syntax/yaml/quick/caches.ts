import type { Scalar } from '../../../model/node.ts';
import { keyText, resolvePlain, type YamlSchema } from '../plain-scalar.ts';
import { TextCache } from './text-cache.ts';

const longestKey = 40;
/** Longer values seldom repeat. */
export const longestValue = 12;

/** What plain scalars mean as keys and as values. */
export interface Caches {
  readonly keys: TextCache<string>;
  readonly values: TextCache<Scalar>;
}

function createCaches(schema: YamlSchema): Caches {
  return {
    keys: new TextCache(longestKey, (text) => keyText(resolvePlain(text, schema))),
    values: new TextCache(longestValue, (text) => resolvePlain(text, schema)),
  };
}

export const caches: Readonly<Record<YamlSchema, Caches>> = {
  core: createCaches('core'),
  kubernetes: createCaches('kubernetes'),
};

const slots = 2048;

/** Lists of keys that many maps have in common, without duplicates. */
const keyLists = new Array<readonly string[]>(slots).fill([]);

/**
 * The list of these keys where a map with the same keys in the same order was met lately.
 * @param hash of the keys in their order
 */
export function knownKeys(
  keys: readonly string[],
  start: number,
  end: number,
  hash: number,
): readonly string[] | undefined {
  const known = keyLists[slotOf(hash)]!;
  if (known.length !== end - start) return undefined;
  for (let at = start; at < end; at++) if (known[at - start] !== keys[at]) return undefined;
  return known;
}

/** Keeps a list of keys, which holds no duplicates, for the next map. */
export function rememberKeys(keys: readonly string[], hash: number): void {
  if (keys.length <= 24) keyLists[slotOf(hash)] = keys;
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 11)) & (slots - 1);
}
