const slots = 4096;

/**
 * A few hundred short texts make up most of all keys and values: what each stands for is found out once, and its
 * string is made once. A text that falls into the slot of another takes its place.
 */
export class TextCache<Meaning> {
  private readonly written = new Array<string>(slots).fill('');
  private readonly meanings: Meaning[];

  /**
   * @param longest length of the texts that are kept
   * @param resolve what a text stands for
   */
  constructor(
    private readonly longest: number,
    private readonly resolve: (text: string) => Meaning,
  ) {
    this.meanings = new Array<Meaning>(slots).fill(resolve(''));
  }

  /** What the text in this range stands for. @param hash of its code units */
  at(text: string, codes: Uint16Array, start: number, end: number, hash: number): Meaning {
    const length = end - start;
    if (length > this.longest) return this.resolve(text.slice(start, end));
    const slot = (hash ^ (hash >>> 12)) & (slots - 1);
    const known = this.written[slot]!;
    if (known.length === length && same(codes, start, known)) return this.meanings[slot]!;
    const written = detach(text.slice(start, end));
    const meaning = this.resolve(written);
    this.written[slot] = written;
    this.meanings[slot] = meaning;
    return meaning;
  }
}

/** Adds a code unit to a hash. */
export function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

function same(codes: Uint16Array, start: number, known: string): boolean {
  for (let at = 0; at < known.length; at++) if (codes[start + at] !== known.charCodeAt(at)) return false;
  return true;
}

/** V8 copies shorter slices, and lets longer ones keep the whole text in memory. */
const copiedBelow = 13;

/**
 * The same text without the hold on the text it is cut from. A key of an object is the engine's one copy of a text,
 * which also compares by identity.
 */
function detach(slice: string): string {
  if (slice.length < copiedBelow) return slice;
  const box: Record<string, true> = Object.create(null);
  box[slice] = true;
  for (const key in box) return key;
  return slice;
}
