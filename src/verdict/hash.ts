/**
 * A 64-bit hash of a text, as 16 hex digits: two rounds of cyrb53's mixing (public domain, bryc).
 * For fingerprints only: fast, the same on every machine, not for secrets.
 */
export function hash(text: string): string {
  let a = 0xdeadbeef ^ firstSeed;
  let b = 0x41c6ce57 ^ firstSeed;
  let c = 0xdeadbeef ^ secondSeed;
  let d = 0x41c6ce57 ^ secondSeed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
    c = Math.imul(c ^ unit, 2654435761);
    d = Math.imul(d ^ unit, 1597334677);
  }
  return finish(a, b) + finish(c, d);
}

const firstSeed = 0x9e3779b9;
const secondSeed = 0x85ebca6b;

function finish(a: number, b: number): string {
  const mixed = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  return (
    pairs[mixed >>> 24]! + pairs[(mixed >>> 16) & 255]! + pairs[(mixed >>> 8) & 255]! + pairs[mixed & 255]!
  );
}

/** `00` to `ff`: numbers beyond 31 bits are slow to write. */
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
