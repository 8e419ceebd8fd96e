// What `plinth design` costs over a blueprint of 50 services: written anew, again without a change, and as a dry run.
//   node bench/design.mjs [--runs N] [SERVICES...]     3 runs of 50 services where nothing is given
// Needs `npm run build`. Each run is a process of its own; the least time that a processor spent on one is told, since
// other work on the machine only adds to it. Nothing here passes or fails.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));

/** A platform as a company has it: services that call the ones before them, a datastore for every second one. */
function blueprintOf(count) {
  const names = Array.from({ length: count }, (_, at) => `service-${String(at + 1).padStart(2, '0')}`);
  const storeOf = (at) => `${['orders', 'cache', 'events', 'files'][(at / 2) % 4]}-${at + 1}`;
  const services = names.map((name, at) => {
    const needs = [...(at % 2 === 0 ? [storeOf(at)] : []), ...(at > 0 ? [names[at >> 1]] : [])];
    return [
      `  ${name}:`,
      `    image: ghcr.io/example/${name}`,
      `    owner: team-${at % 5}`,
      ...(at % 10 === 0 ? [`    expose: ${name}`] : []),
      `    needs: [${needs.filter((one) => one !== name).join(', ')}]`,
      `    strategy: ${['rolling', 'canary', 'rolling', 'blue-green'][at % 4]}`,
      '    scale: { min: 3, max: 12 }',
      '    slo: { availability: 99.9, latency: { percentile: 99, milliseconds: 300 } }',
    ];
  });
  const kinds = ['postgres', 'redis', 'queue', 'bucket'];
  const stores = names.flatMap((_, at) =>
    at % 2 === 0
      ? [`  ${storeOf(at)}:`, `    type: ${kinds[(at / 2) % 4]}`, `    owner: team-${at % 5}`]
      : [],
  );
  const owners = Array.from({ length: 5 }, (_, at) => `team-${at}`).flatMap((name) => [
    `  ${name}:`,
    `    email: ${name}@shop.example`,
    `    github: example/${name}`,
  ]);
  const environments = ['development', 'staging', 'production'].flatMap((name, at) => [
    `  ${name}:`,
    `    account: "${String(at + 2).repeat(12)}"`,
  ]);
  return [
    'name: shop',
    'owner: team-0',
    'owners:',
    ...owners,
    'domain: shop.example',
    'region: eu-central-1',
    'services:',
    ...services.flat(),
    'datastores:',
    ...stores,
    'environments:',
    ...environments,
    'delivery:',
    '  repository: example/shop',
    'compute: eks',
    '',
  ].join('\n');
}

const tellCost = `import { writeSync } from 'node:fs';
process.on('exit', () => writeSync(3, JSON.stringify(process.cpuUsage())));`;

/** Seconds that a processor spent on a run, its helper threads among them. */
function costOf(...parameters) {
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tellCost)}`, cli, ...parameters],
    { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  if (status !== 0) throw new Error(`plinth ${parameters.join(' ')} gave ${status}:\n${stderr}`);
  const { user, system } = JSON.parse(output[3]);
  return (user + system) / 1e6;
}

const { values, positionals } = parseArgs({ options: { runs: { type: 'string' } }, allowPositionals: true });
const runs = Number(values.runs ?? 3);
const ways = { anew: [], again: [], 'dry run': ['--dry-run'] };
console.log(
  `services   files    size  ${Object.keys(ways)
    .map((way) => way.padStart(8))
    .join('  ')}`,
);
for (const count of positionals.length > 0 ? positionals.map(Number) : [50]) {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-design-'));
  const least = {};
  for (let run = 0; run < runs; run++) {
    const out = join(folder, String(run));
    mkdirSync(out);
    writeFileSync(join(out, 'plinth.yaml'), blueprintOf(count));
    for (const [way, parameters] of Object.entries(ways))
      least[way] = Math.min(least[way] ?? Infinity, costOf('design', out, ...parameters));
  }
  const files = readdirSync(join(folder, '0'), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  const size = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  const costs = Object.keys(ways).map((way) => `${least[way].toFixed(2)} s`.padStart(8));
  console.log(
    `${String(count).padStart(8)}  ${String(files.length).padStart(6)}  ${`${(size / 1e6).toFixed(1)} MB`.padStart(6)}  ${costs.join('  ')}`,
  );
  rmSync(folder, { recursive: true });
}
