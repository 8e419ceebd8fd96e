import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants } from 'node:zlib';
import type { Files } from '../target.ts';

/** Where what was written last is kept, so that people's edits can be told from it: committed with the files. */
export const recordPath = 'plinth.lock';

/** Where git and the code hosts are told how to show the record. */
export const attributesPath = '.gitattributes';

/** The line of it: nobody reads a record in a review, and half of two of them is none. */
export const recordAttributes = `${recordPath} -diff -merge linguist-generated gitlab-generated`;

const about =
  'What `plinth design` wrote last, to merge with what people change. Commit it with the files, and do not edit it. If git cannot merge it, take either side and run `plinth design` again.';

/** The largest that what is recorded may unpack to: 256 MiB. */
const largest = 256 * 1024 * 1024;

const compress = promisify(brotliCompress);

/** A record as text: the digest of each file to see what changed, and all texts packed, which another processor does. */
export async function writeRecord(files: Files): Promise<string> {
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const packing = compress(JSON.stringify(entries), {
    params: {
      // 9, which packs best before it takes seconds, asks three times the time for 7 % less
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
  const digests = entries.map(([path, text]) => [
    path,
    createHash('sha256').update(text).digest('hex').slice(0, 16),
  ]);
  const packed = (await packing).toString('base64');
  const data = {
    about,
    version: 1,
    files: Object.fromEntries(digests),
    texts: packed.match(/.{1,100}/g) ?? [],
  };
  return `${JSON.stringify(data, null, 1)}\n`;
}

/** What a record holds; `undefined` where it cannot be read. */
export function readRecord(text: string): Files | undefined {
  try {
    const { version, texts } = JSON.parse(text) as { version: unknown; texts: unknown };
    if (version !== 1 || !Array.isArray(texts)) return undefined;
    const unpacked = brotliDecompressSync(Buffer.from(texts.join(''), 'base64'), {
      maxOutputLength: largest,
    });
    const entries: unknown = JSON.parse(unpacked.toString('utf8'));
    return Array.isArray(entries) && entries.every(isEntry) ? new Map(entries) : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(entry: unknown): entry is [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string');
}

/** Whether two sets of files are the same; a record is only written anew where they are not. */
export function sameFiles(a: Files, b: Files): boolean {
  return a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);
}
