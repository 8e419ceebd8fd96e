import { keyText } from './collection.ts';
import { resolvePlain, type YamlSchema } from './plain-scalar.ts';

const slots = 4096;
const longest = 40;

/** The same few hundred keys make up most of all text: each is kept once, found by the hash of its characters. */
class KeyCache {
  private readonly written = new Array<string>(slots).fill('');
  private readonly keys = new Array<string>(slots).fill('');

  constructor(private readonly schema: YamlSchema) {}

  /** The key that a plain scalar in this range stands for. @param hash of its characters, `hash * 31 + code` each */
  at(text: string, codes: Uint16Array, start: number, end: number, hash: number): string {
    const length = end - start;
    if (length > longest) return text.slice(start, end);
    const slot = (hash ^ (hash >>> 12)) & (slots - 1);
    const known = this.written[slot]!;
    if (known.length === length && same(codes, start, known)) return this.keys[slot]!;
    const key = intern(text.slice(start, end));
    this.written[slot] = key;
    this.keys[slot] = keyText(resolvePlain(key, this.schema));
    return this.keys[slot]!;
  }
}

function same(codes: Uint16Array, start: number, known: string): boolean {
  for (let at = 0; at < known.length; at++) if (codes[start + at] !== known.charCodeAt(at)) return false;
  return true;
}

/**
 * The same text as the engine's one copy of it, which compares by identity, and does not keep the text of the whole
 * file in memory as a slice of it does. A key of an object is always such a copy.
 */
function intern(slice: string): string {
  const box: Record<string, true> = Object.create(null);
  box[slice] = true;
  for (const key in box) return key;
  return slice;
}

export const keyCaches = { core: new KeyCache('core'), kubernetes: new KeyCache('kubernetes') };
