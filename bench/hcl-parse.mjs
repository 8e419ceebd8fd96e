// How fast parseHcl is beside hcl2json (HashiCorp's parser as WebAssembly), in one run on the same files, and
// whether the two accept the same ones.
// Usage: node bench/hcl-parse.mjs <folder>...
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from '@cdktn/hcl2json';
import { load } from '../scripts/load.mjs';

const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error('usage: node bench/hcl-parse.mjs <folder>...');
const { parseHcl } = await load('src/syntax/hcl/parse-hcl.ts');
const files = folders.flatMap(terraformFiles);
const megabytes = files.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0) / 1e6;

const refused = new Map();
const contenders = {
  parseHcl: {
    rounds: 20,
    run: () => {
      for (const [path, text] of files) if (parseHcl(text).errors.length > 0) note(path, 'parseHcl');
    },
  },
  hcl2json: {
    rounds: 2,
    run: async () => {
      for (const [path, text] of files)
        try {
          await parse(path, text);
        } catch {
          note(path, 'hcl2json');
        }
    },
  },
};

for (const contender of Object.values(contenders)) {
  const seconds = [];
  for (let round = 0; round < contender.rounds; round++) {
    const start = performance.now();
    await contender.run();
    seconds.push((performance.now() - start) / 1000);
  }
  contender.first = seconds[0];
  contender.best = Math.min(...seconds);
}

console.log(`${files.length} files, ${megabytes.toFixed(1)} MB`);
for (const [name, { first, best }] of Object.entries(contenders)) {
  const speeds = `${(megabytes / first).toFixed(1).padStart(7)} MB/s first, ${(megabytes / best).toFixed(1).padStart(7)} MB/s best`;
  console.log(`${name.padEnd(9)}${speeds}, ${(contenders.hcl2json.best / best).toFixed(1)}x`);
}
const both = [...refused.values()].filter((by) => by.size === 2).length;
console.log(`accepted by both: ${files.length - refused.size}, refused by both: ${both}`);
for (const [path, by] of refused) if (by.size === 1) console.log(`only ${[...by][0]} refuses ${path}`);

function note(path, name) {
  if (!refused.has(path)) refused.set(path, new Set());
  refused.get(path).add(name);
}

/** Texts of all files of native syntax below a folder, `[path, text]` each; what is not UTF-8 is left out. */
function terraformFiles(folder) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const found = [];
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(tf|tofu|tfvars|hcl)$/.test(path)) continue;
    try {
      found.push([join(folder, path), decoder.decode(readFileSync(join(folder, path)))]);
    } catch {
      console.error(`left out, for it is no UTF-8 file: ${path}`);
    }
  }
  return found;
}
