// Holds the whole product to hostile input: real files, mutated, in small repositories that are verified one after the other.
//   node bench/fuzz.mjs FOLDER... [--rounds 200] [--seed 1] [--files 40] [--keep DIR]
// A round fails where verify throws, calls something its own fault (a problem of kind `internal`), takes longer than a
// minute, or loses the plain manifest that lies beside. What fails is kept in DIR. Needs `npm run build`.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { verify } from '../dist/index.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    files: { type: 'string', default: '40' },
    keep: { type: 'string', default: join(tmpdir(), 'plinth-fuzz-kept') },
  },
});
const longest = 60_000;
const known = /(\.(tf|tofu|tfvars|tf\.json|ya?ml|json|tpl)|Dockerfile[^/]*|Containerfile)$/;
const witness =
  'apiVersion: v1\nkind: Pod\nmetadata: { name: witness, namespace: shop }\nspec: { containers: [{ name: a, image: "a:latest" }] }\n';

if (positionals.length === 0) {
  console.error('usage: node bench/fuzz.mjs FOLDER... [--rounds 200] [--seed 1] [--files 40] [--keep DIR]');
  process.exit(2);
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const scraps = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  "'",
  '`',
  '\\',
  '\n',
  '\r\n',
  '\t',
  '\0',
  '\ufeff',
  ':',
  ': ',
  '- ',
  '---\n',
  '...\n',
  '&a ',
  '*a',
  '<<: *a',
  '!!binary ',
  '|',
  '>-',
  '%{',
  '${',
  '$${',
  '%{ if',
  '<<EOT\n',
  '#',
  '//',
  '/*',
  '=',
  '==',
  '?',
  '!',
  '0x',
  '1e999',
  '-',
  '~',
  'null',
  'true',
  '\u2028',
  '\ud800',
  'é',
  '{{',
  '}}',
  '{{ end }}',
  '${{ ',
  '__proto__',
  'constructor',
];

function mutate(text, random) {
  const at = () => Math.floor(random() * (text.length + 1));
  const edits = 1 + Math.floor(random() ** 3 * 30);
  for (let edit = 0; edit < edits; edit++) {
    const [a, b] = [at(), at()].sort((x, y) => x - y);
    const kind = Math.floor(random() * 8);
    if (kind === 0) text = text.slice(0, a) + text.slice(Math.min(b, a + 40));
    else if (kind === 1)
      text = text.slice(0, a) + scraps[Math.floor(random() * scraps.length)] + text.slice(a);
    else if (kind === 2)
      text =
        text.slice(0, a) +
        text.slice(a, Math.min(b, a + 400)).repeat(1 + Math.floor(random() * 4)) +
        text.slice(a);
    else if (kind === 3) text = text.slice(0, a);
    else if (kind === 4)
      text = text.slice(0, a) + String.fromCharCode(Math.floor(random() * 65536)) + text.slice(a + 1);
    else if (kind === 5) {
      const lines = text.split('\n');
      const [x, y] = [random(), random()].map((part) => Math.floor(part * lines.length));
      [lines[x], lines[y]] = [lines[y], lines[x]];
      text = lines.join('\n');
    } else if (kind === 6) text = text.replace(/^ +/m, (blank) => blank.repeat(2));
    else text = text.slice(0, a) + text.slice(b) + text.slice(a, b);
    if (text.length > 2_000_000) text = text.slice(0, 2_000_000);
  }
  return text;
}

const originals = positionals.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => known.test(path) && !path.includes('/.git/'))
    .sort()
    .map((path) => ({ folder, path })),
);
const [rounds, seed, files] = [values.rounds, values.seed, values.files].map(Number);
let failures = 0;
let slowest = 0;
let read = 0;
let problems = 0;
for (let round = 0; round < rounds; round++) {
  const random = randomFrom(seed * 1_000_003 + round);
  const place = mkdtempSync(join(tmpdir(), 'plinth-fuzz-'));
  for (let file = 0; file < files; file++) {
    const { folder, path } = originals[Math.floor(random() * originals.length)];
    const target = join(place, relative(folder, path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, mutate(readFileSync(path, 'utf8'), random));
  }
  mkdirSync(join(place, 'witness'), { recursive: true });
  writeFileSync(join(place, 'witness/pod.yaml'), witness);
  const start = performance.now();
  let complaint;
  try {
    const report = await verify(place, { render: false });
    read += report.summary.files;
    problems += report.problems.length;
    complaint = report.problems.find(({ kind }) => kind === 'internal')?.message;
    if (!report.findings.some(({ file }) => file === 'witness/pod.yaml'))
      complaint ??= 'the witness was lost';
  } catch (error) {
    complaint = error?.stack ?? String(error);
  }
  const time = performance.now() - start;
  slowest = Math.max(slowest, time);
  if (time > longest) complaint ??= `it took ${(time / 1000).toFixed(0)} s`;
  if (complaint) {
    failures++;
    const kept = join(values.keep, `${seed}-${round}`);
    mkdirSync(values.keep, { recursive: true });
    rmSync(kept, { recursive: true, force: true });
    renameSync(place, kept);
    console.log(`round ${round}: ${complaint}\n  kept in ${kept}`);
  } else rmSync(place, { recursive: true });
}
console.log(
  `${rounds} rounds, ${read} files read of ${originals.length} originals, ${problems} problems told, ${failures} failures, slowest round ${(slowest / 1000).toFixed(1)} s, peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
);
process.exitCode = failures > 0 ? 1 : 0;
