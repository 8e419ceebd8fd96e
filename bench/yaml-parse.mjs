// How fast parseYaml is beside js-yaml's loadAll, in one run on the same files.
// Usage: node bench/yaml-parse.mjs <folder>
import { loadAll } from 'js-yaml';
import { load } from '../scripts/load.mjs';
import { yamlFiles } from './yaml-files.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('usage: node bench/yaml-parse.mjs <folder>');
const { parseYaml, SourceFile } = await load('bench/yaml-entry.ts');
const files = yamlFiles(folder);
const bytes = files.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);

const contenders = {
  parseYaml: ([path, text]) => parseYaml(new SourceFile(path, text)),
  'js-yaml loadAll': ([, text]) => {
    try {
      loadAll(text);
    } catch {
      // templates and broken files: parseYaml meets the same ones
    }
  },
};

const rounds = 5;
const best = Object.fromEntries(Object.keys(contenders).map((name) => [name, Number.POSITIVE_INFINITY]));
for (let round = 0; round < rounds; round++)
  for (const [name, run] of Object.entries(contenders)) {
    const start = process.hrtime.bigint();
    for (const file of files) run(file);
    best[name] = Math.min(best[name], Number(process.hrtime.bigint() - start) / 1e9);
  }

console.log(`${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, best of ${rounds} rounds`);
for (const [name, seconds] of Object.entries(best))
  console.log(
    `${name.padEnd(16)} ${(bytes / 1e6 / seconds).toFixed(1).padStart(7)} MB/s  ${(best['js-yaml loadAll'] / seconds).toFixed(2)}x`,
  );
