import type { MappedText } from '../mapped-text.ts';
import type { Word } from './tree.ts';

/** The words of a joined text from an offset on, separated by blanks; quotes hold a word together where they count. */
export function splitWords(joined: MappedText, from: number, escapeChar: string, quotes: boolean): Word[] {
  const { text } = joined;
  const words: Word[] = [];
  let at = from;
  while (at < text.length) {
    if (isBlank(text[at]!)) {
      at++;
      continue;
    }
    const start = at;
    at = quotes ? quotedWordEnd(text, at, escapeChar) : wordEnd(text, at);
    words.push({ text: text.slice(start, at), start: joined.sourceAt(start), end: joined.sourceEnd(at) });
  }
  return words;
}

export function wordEnd(text: string, at: number): number {
  while (at < text.length && !isBlank(text[at]!)) at++;
  return at;
}

function quotedWordEnd(text: string, at: number, escapeChar: string): number {
  let quote = '';
  for (; at < text.length; at++) {
    const char = text[at]!;
    if (char === escapeChar && quote !== "'") at++;
    else if (quote) {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (isBlank(char)) return at;
  }
  return text.length;
}

/** The strings of a JSON array of strings; undefined where it is anything else, which Docker then takes as shell form. */
export function jsonWords(joined: MappedText, from: number): Word[] | undefined {
  const text = joined.text.slice(from).trim();
  if (!text.startsWith('[')) return undefined;
  let strings: unknown;
  try {
    strings = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(strings) || !strings.every((item) => typeof item === 'string')) return undefined;
  const pattern = /"(?:[^"\\]|\\.)*"/g;
  pattern.lastIndex = from;
  return strings.map((item: string) => {
    const found = pattern.exec(joined.text)!;
    const end = found.index + found[0].length;
    return { text: item, start: joined.sourceAt(found.index), end: joined.sourceEnd(end) };
  });
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}
