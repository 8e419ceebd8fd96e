/** Stands in a message for the address of the resource that it is about. */
const self = '\u0001';

/**
 * The words of a message, to compare it with others: what stands in quotes or backticks is one word, and the address of
 * the resource itself is the same word for every resource.
 */
export function wordsOf(message: string, resource: string): string[] {
  const text = resource === '' ? message : replaceWhole(message, resource);
  return text.match(/"[^"\n]{1,200}"\S*|`[^`\n]{1,200}`\S*|\S+/g) ?? [];
}

/** Puts the mark in place of an address where it stands alone, not as part of a path or a longer name. */
function replaceWhole(message: string, address: string): string {
  const partOfName = /[\w/-]/;
  let text = '';
  let from = 0;
  for (let at = message.indexOf(address); at >= 0; at = message.indexOf(address, at + address.length)) {
    const end = at + address.length;
    const alone = !partOfName.test(message.charAt(at - 1)) && !partOfName.test(message.charAt(end));
    text += message.slice(from, at) + (alone ? self : address);
    from = end;
  }
  return text + message.slice(from);
}

/**
 * Whether two messages say the same of different things: they differ in few words, and none of those is a number.
 * Names of containers, images and keys may differ; ports, sizes and addresses are what a message is about.
 */
export function saysTheSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  let left = Math.min(5, Math.max(1, Math.floor(a.length / 5)));
  for (let at = 0; at < a.length; at++)
    if (a[at] !== b[at] && (left-- === 0 || isNumber(a[at]!) || isNumber(b[at]!))) return false;
  return true;
}

function isNumber(word: string): boolean {
  return /^\W*\d/.test(word);
}

/** A word without the marks around it. */
export function bare(word: string): string {
  return word.replace(/^[\s"'`([{<,.;:]+|[\s"'`)\]}>,.;:]+$/g, '');
}
