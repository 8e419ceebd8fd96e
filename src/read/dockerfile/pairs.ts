import type { Instruction } from '../../syntax/dockerfile/tree.ts';

/** `NAME=value` as written, quotes kept; `start` and `end` enclose the value. */
export interface Pair {
  readonly name: string;
  /** undefined where there is none: `ARG VERSION` */
  readonly value: string | undefined;
  readonly keyStart: number;
  readonly start: number;
  readonly end: number;
}

/** What `ARG`, `ENV` and `LABEL` set. The old form `ENV NAME the rest` sets one name. */
export function pairsOf({ keyword, words, rest }: Instruction): Pair[] {
  const [first, second] = words;
  if (!first) return [];
  if (keyword !== 'ARG' && second && !first.text.includes('=')) {
    const { text } = rest;
    const from = text.length - text.slice(first.text.length).trimStart().length;
    const start = rest.sourceAt(from);
    const end = rest.sourceEnd(text.length);
    return [{ name: first.text, value: text.slice(from), keyStart: first.start, start, end }];
  }
  return words.map(({ text, start, end }) => {
    const equals = text.indexOf('=');
    if (equals < 0) return { name: text, value: undefined, keyStart: start, start, end };
    // a name that a line end divides is not worth a second table: the pair then stands at the word's end
    const valueStart = Math.min(start + equals + 1, end);
    return {
      name: text.slice(0, equals).replace(/^["']|["']$/g, ''),
      value: text.slice(equals + 1),
      keyStart: start,
      start: valueStart,
      end,
    };
  });
}
