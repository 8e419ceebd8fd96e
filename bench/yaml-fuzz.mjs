// Damages real YAML files at random: whatever comes of it, the quick parser must read what the full one reads, with
// the same places, and nothing may throw or take long.
// Usage: node bench/yaml-fuzz.mjs <folder> [seconds] [seed]
import { isDeepStrictEqual } from 'node:util';
import { load } from '../scripts/load.mjs';
import { yamlFiles } from './yaml-files.mjs';
import { placed } from './yaml-placed.mjs';

const [folder, seconds = '60', seed = '1'] = process.argv.slice(2);
if (!folder) throw new Error('usage: node bench/yaml-fuzz.mjs <folder> [seconds] [seed]');
const { parseFully, parseYaml, Problems, SourceFile, splitDocuments, Unreadable } =
  await load('bench/yaml-entry.ts');

const slow = 500;
const pieces = [
  ...'-?:,[]{}#&*!|>\'"%@`\t\n\r \\<~',
  ...[
    '\n  ',
    '\n',
    ': ',
    '- ',
    ' #',
    '\n---\n',
    '\n...\n',
    '<<: ',
    '&a ',
    '*a ',
    '!t ',
    '"\n',
    "''",
    '|2\n',
    '>-\n',
  ],
];
const random = generator(Number(seed));
const pick = (list) => list[Math.floor(random() * list.length)];
const texts = yamlFiles(folder)
  .map(([, text]) => text)
  .filter((text) => text.length > 0 && text.length < 20_000);

const counts = {
  texts: 0,
  'both read': 0,
  'neither reads': 0,
  'only the quick one reads': 0,
  differences: 0,
};
const stop = Date.now() + Number(seconds) * 1000;
while (Date.now() < stop) {
  let text = pick(texts);
  for (let changes = 1 + random() * 3; changes > 0; changes--) text = damage(text);
  for (const { start, end } of splitDocuments(text)) compare(text.slice(start, end));
  counts.texts++;
}
for (const [what, count] of Object.entries(counts)) console.log(`${what}: ${count}`);
process.exitCode = counts.differences ? 1 : 0;

function damage(text) {
  const at = Math.floor(random() * text.length);
  const removed = random() < 0.5 ? 0 : Math.floor(random() * 15);
  const inserted = random() < 0.2 ? text.slice(at, at + random() * 200) : pick(pieces);
  return text.slice(0, at) + inserted + text.slice(at + removed);
}

function compare(text) {
  const file = new SourceFile('fuzz.yaml', text);
  const begin = performance.now();
  const { documents, problems } = parseYaml(file, 'core');
  if (performance.now() - begin > slow) differ(text, `takes ${performance.now() - begin} ms`);
  let full;
  try {
    full = parseFully(file, 0, text.length, 'core', new Problems(file));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    counts[problems.some(({ kind }) => kind !== 'invalid') ? 'neither reads' : 'only the quick one reads']++;
    return;
  }
  counts['both read']++;
  if (!isDeepStrictEqual(documents.map(placed), full.map(placed))) differ(text, 'other values or places');
}

function differ(text, how) {
  counts.differences++;
  console.log(`--- ${how}\n${JSON.stringify(text)}`);
}

/** Mulberry32: the same numbers for the same seed. */
function generator(start) {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
