/**
 * Characters as a person counts them: letters with their accents, emoji with their modifiers, a line break of two.
 * Source: Unicode Standard Annex 29, as go-textseg applies it.
 */
export function graphemes(text: string): readonly string[] {
  if (simple.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

const simple = /^[\0-\x0c\x0e-\x7f]*$/;
let segmenter: Intl.Segmenter | undefined;
