/**
 * Capitals and small letters one code point at a time, as Go does: `ß` stays, `Σ` always becomes `σ`.
 * JavaScript's own functions look at neighbours and may change the length.
 */
export function upperCase(text: string): string {
  return ascii.test(text) ? text.toUpperCase() : mapped(text, upper);
}

export function lowerCase(text: string): string {
  return ascii.test(text) ? text.toLowerCase() : mapped(text, lower);
}

/** The first letter of each word as a capital, where letters, digits and underscores make words. Source: Go, `strings.Title`. */
export function titleCase(text: string): string {
  let inWord = false;
  return mapped(text, (character) => {
    const result = inWord ? character : titled(character);
    inWord = !separates(character);
    return result;
  });
}

const ascii = /^[\0-\x7f]*$/;

function mapped(text: string, change: (character: string) => string): string {
  let result = '';
  for (const character of text) result += change(character);
  return result;
}

function upper(character: string): string {
  const result = character.toUpperCase();
  return isSingle(result) ? result : character;
}

function lower(character: string): string {
  const result = character.toLowerCase();
  return isSingle(result) ? result : result.slice(0, 1);
}

/** Letters that have a third form besides capital and small. */
const digraphs: Readonly<Record<string, string>> = {
  Ǆ: 'ǅ',
  ǆ: 'ǅ',
  Ǉ: 'ǈ',
  ǉ: 'ǈ',
  Ǌ: 'ǋ',
  ǌ: 'ǋ',
  Ǳ: 'ǲ',
  ǳ: 'ǲ',
};

function titled(character: string): string {
  return digraphs[character] ?? upper(character);
}

function isSingle(text: string): boolean {
  return text.length === 1 || (text.length === 2 && text.codePointAt(0)! > 0xffff);
}

function separates(character: string): boolean {
  if (ascii.test(character)) return !/[A-Za-z0-9_]/.test(character);
  if (/[\p{L}\p{Nd}]/u.test(character)) return false;
  return /\s|\x85/.test(character);
}
