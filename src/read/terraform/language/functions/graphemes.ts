import { fail } from '../failure.ts';

/**
 * Characters as a person counts them: letters with their accents, emoji with their modifiers, a line break of two.
 * Source: Unicode Standard Annex 29, as go-textseg applies it.
 * @throws Failure where the text is so long that this would take seconds
 */
export function graphemes(text: string): readonly string[] {
  if (isSimple(text)) return text.split('');
  if (text.length > longest) fail(`a text of more than ${longest} characters is not divided into characters`);
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const result: string[] = [];
  let width = windowWidth;
  for (let from = 0; from < text.length; ) {
    const segments = Array.from(segmenter.segment(text.slice(from, from + width)), (part) => part.segment);
    if (from + width < text.length) {
      if (segments.length === 1) {
        width *= 2;
        continue;
      }
      segments.pop();
    }
    for (const segment of segments) {
      result.push(segment);
      from += segment.length;
    }
    width = windowWidth;
  }
  return result;
}

export function graphemeCount(text: string): number {
  return isSimple(text) ? text.length : graphemes(text).length;
}

/** Whether every code unit is a character of its own. */
export function isSimple(text: string): boolean {
  return simple.test(text);
}

const simple = /^[\0-\x0c\x0e-\x7f]*$/;
const longest = 200_000;

/** Segmenting takes quadratic time in V8, so it is done in windows, each beginning where a character ends. */
const windowWidth = 256;

let segmenter: Intl.Segmenter | undefined;
