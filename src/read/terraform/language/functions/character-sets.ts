import { fail } from '../failure.ts';

/**
 * Text in other character sets. What Node can decode can be encoded too, by trying what each byte or pair of bytes
 * stands for; the table of a set is made at its first use.
 */

/** @returns nothing where the character set exists but is not supported. @throws Failure where there is no such set */
export function encodeText(text: string, name: string): Uint8Array | undefined {
  const set = characterSet(name);
  if (set === undefined || set === 'utf-8') return set && Buffer.from(text);
  if (set === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (set === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  const table = tableOf(set);
  const bytes: number[] = [];
  for (const character of text)
    bytes.push(
      ...(table.get(character) ?? fail(`the string holds characters that ${name} does not have`, 0)),
    );
  return Uint8Array.from(bytes);
}

/** See {@link encodeText}. */
export function decodeText(bytes: Uint8Array, name: string): string | undefined {
  const set = characterSet(name);
  if (set === undefined) return undefined;
  const decoded = decode(set, bytes);
  if (decoded.includes('\ufffd') || (set.startsWith('windows-') && /[\x80-\x9f]/.test(decoded)))
    fail(`the bytes are not all defined in ${name}`, 0);
  return decoded;
}

function decode(set: string, bytes: Uint8Array): string {
  if (set === 'latin1') return Buffer.from(bytes).toString('latin1');
  if (set === 'ibm437') return Array.from(bytes, ibm437Character).join('');
  return new TextDecoder(set, { ignoreBOM: true }).decode(bytes);
}

/** Names that Node does not know or takes for another set than IANA does. */
const names: Readonly<Record<string, string>> = {
  'iso-8859-1': 'latin1',
  'iso_8859-1': 'latin1',
  latin1: 'latin1',
  l1: 'latin1',
  cp819: 'latin1',
  ibm437: 'ibm437',
  cp437: 'ibm437',
  cp936: 'gbk',
  ms936: 'gbk',
};

/** Sets that IANA lists and Node has not, or not in the way Terraform has them (with a byte order mark). */
const unsupported =
  /^(?:us-ascii|ascii|utf-16|utf-?32|utf-?7|(?:ibm|cp|pc8)-?\d+|hz-gb-2312|iso-2022-.*|iso-8859-\d+-[ei])$/;

function characterSet(name: string): string | undefined {
  const lower = name.toLowerCase();
  const known = names[lower];
  if (known) return known;
  if (unsupported.test(lower)) return undefined;
  try {
    return new TextDecoder(lower).encoding;
  } catch {
    return fail(`there is no character set "${name}"`, 1);
  }
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(set: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(set);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]) => {
    const [character, more] = decode(set, Uint8Array.from(bytes));
    if (character !== undefined && character !== '\ufffd' && more === undefined && !table.has(character))
      table.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  const hasPairs = table.size < 192;
  for (let first = 0x81; hasPairs && first < 0xff; first++)
    for (let second = 0x40; second < 0xff; second++) add(first, second);
  tables.set(set, table);
  return table;
}

const ibm437High =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0';

function ibm437Character(byte: number): string {
  return byte < 128 ? String.fromCharCode(byte) : ibm437High[byte - 128]!;
}
