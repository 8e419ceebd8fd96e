/**
 * Orders texts as Terraform does: by code point, which is the order of their UTF-8 bytes. JavaScript compares
 * UTF-16 units, which differs where characters beyond U+FFFF meet U+E000 to U+FFFF.
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return left >= 0xd800 && right >= 0xd800 ? rank(left) - rank(right) : left - right;
  }
  return a.length - b.length;
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit;
}

const beyondLatin = /[^\0-\u02ff]/;

/** Text in Unicode normal form C, as Terraform holds all strings. Below U+0300 nothing ever composes. */
export function normalise(text: string): string {
  return beyondLatin.test(text) ? text.normalize() : text;
}
