/**
 * C0 and C1 controls, which a terminal would obey; the marks that reorder text, which hide what it says; separators
 * that some readers take for line breaks; halves of surrogate pairs and non-characters, which XML and UTF-8 forbid.
 */
const unprintable =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text from a repository made fit to print on one line: line breaks and tabs become spaces, and whatever else would
 * act instead of being seen is written as an escape (`\x1b`, `\u202e`).
 */
export function visible(text: string): string {
  return text.replace(/[ \t]*[\r\n]+[ \t]*|\t/g, ' ').replace(unprintable, escapeOf);
}

function escapeOf(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}
