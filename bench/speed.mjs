// Whole `verify` (read, link, judge, report) beside a library that only reads, on the same files in one run.
//   node bench/speed.mjs yaml FOLDER...   against js-yaml's loadAll
//   node bench/speed.mjs hcl FOLDER...    against @cdktn/hcl2json
//   node bench/speed.mjs cold             one small file in a new process, beside an empty start of Node
//   node bench/speed.mjs again FOLDER     a second run in a new process after one of 5,000 files has changed
// Needs `npm run build`. Prints medians and ratios; nothing here passes or fails.
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const [mode, ...folders] = process.argv.slice(2);
const place = mkdtempSync(join(tmpdir(), 'plinth-speed-'));

function filesBelow(folder, ending) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('/.git/'));
}

/** The files alone, as they lie in their folders, in a folder of their own. */
function layOut(ending) {
  const texts = [];
  for (const [at, folder] of folders.entries())
    for (const path of filesBelow(folder, ending)) {
      const target = join(place, String(at), relative(folder, path));
      mkdirSync(dirname(target), { recursive: true });
      const text = readFileSync(path, 'utf8');
      writeFileSync(target, text);
      texts.push([target, text]);
    }
  return texts;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

/** Runs both sides in turn, so that what disturbs the machine disturbs both. */
async function compare(rounds, ours, theirs) {
  const times = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round++)
    for (const [name, side] of [
      ['ours', ours],
      ['theirs', theirs],
    ]) {
      const start = performance.now();
      await side();
      times[name].push(performance.now() - start);
    }
  return { first: times.ours[0], ours: median(times.ours), theirs: median(times.theirs) };
}

async function against(name, ending, rounds, read) {
  const texts = layOut(ending);
  const bytes = texts.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  const { verify } = await import('../dist/index.js');
  let report;
  let refused = 0;
  const result = await compare(
    rounds,
    async () => {
      report = await verify(place, { render: false });
    },
    async () => {
      refused = 0;
      for (const [path, text] of texts)
        try {
          await read(path, text);
        } catch {
          refused++;
        }
    },
  );
  console.log(`${texts.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
  console.log(
    `plinth verify   ${result.ours.toFixed(0)} ms (first ${result.first.toFixed(0)} ms): ${report.summary.resources} resources, ${report.summary.checks} checks, ${report.summary.findings} findings, ${report.summary.problems} problems`,
  );
  console.log(`${name.padEnd(15)} ${result.theirs.toFixed(0)} ms, reading only; refused ${refused} files`);
  console.log(`${name} / plinth verify = ${(result.theirs / result.ours).toFixed(2)}`);
}

/** Wall time of a new process, in milliseconds. */
function run(args) {
  const env = { ...process.env };
  // it alone costs tens of milliseconds a start where it is set
  delete env.NODE_EXTRA_CA_CERTS;
  const start = performance.now();
  spawnSync(process.execPath, args, { stdio: 'ignore', env });
  return performance.now() - start;
}

/** In turn, so that what disturbs the machine disturbs all; of each the fastest, as nothing makes a run faster than it is. */
function cold() {
  const texts = {
    'one manifest': [
      'pod.yaml',
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: api\nspec:\n  containers:\n    - name: api\n      image: registry.example.com/api:1.4.2\n',
    ],
    'one .tf file': ['main.tf', 'resource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n}\n'],
    'one Dockerfile': ['Dockerfile', 'FROM node:22\nCOPY . .\nCMD ["node", "server.js"]\n'],
  };
  const cases = new Map([
    ['an empty start of Node', ['-e', '0']],
    ['--version', [cli, '--version']],
  ]);
  for (const [name, [file, text]] of Object.entries(texts)) {
    const folder = join(place, name);
    mkdirSync(folder);
    writeFileSync(join(folder, file), text);
    cases.set(name, [cli, 'verify', folder]);
  }
  const best = new Map();
  for (let round = 0; round < 25; round++)
    for (const [name, args] of cases) best.set(name, Math.min(best.get(name) ?? Infinity, run(args)));
  const [empty] = best.values();
  for (const [name, time] of best)
    console.log(
      `${name.padEnd(22)} ${time.toFixed(0).padStart(4)} ms, ${((time / empty) * 25).toFixed(0).padStart(4)} ms where an empty start takes 25 ms`,
    );
}

/** 5,000 small files made of the folder's own, each with a name of its own. */
function again() {
  const originals = filesBelow(folders[0], /\.ya?ml$/).map((path) => readFileSync(path, 'utf8'));
  const usual = originals.filter((text) => text.length < 4000 && text.includes('kind:'));
  const paths = Array.from({ length: 5000 }, (_, at) => {
    const path = join(place, `${at % 100}`, `${at}.yaml`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, usual[at % usual.length].replaceAll(/^( {2}name: )(\S+)/gm, `$1$2-${at}`));
    return path;
  });
  const first = run([cli, 'verify', place, '--no-render', '--quiet']);
  const times = Array.from({ length: 5 }, (_, round) => {
    appendFileSync(paths[round * 700], '# changed\n');
    return run([cli, 'verify', place, '--no-render', '--quiet']);
  });
  console.log(
    `5,000 files: first run ${first.toFixed(0)} ms, after one has changed ${median(times).toFixed(0)} ms`,
  );
}

try {
  if (mode === 'yaml') {
    const { loadAll } = await import('js-yaml');
    await against('js-yaml', /\.ya?ml$/, 9, (_, text) => loadAll(text));
  } else if (mode === 'hcl') {
    const { parse } = await import('@cdktn/hcl2json');
    await against('hcl2json', /\.tf$/, 3, (path, text) => parse(path, text));
  } else if (mode === 'cold') cold();
  else if (mode === 'again' && folders.length === 1) again();
  else console.error('usage: node bench/speed.mjs yaml|hcl FOLDER... | cold | again FOLDER');
} finally {
  rmSync(place, { recursive: true, force: true });
}
