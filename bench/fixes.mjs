// How much of what is found is mended: every group of cases is copied, verified, mended by `plinth fix --unsafe` and verified again.
//   node bench/fixes.mjs CASES [--only SUBSTRING] [--show 10]
// CASES is a folder of folders. A check counts where any finding of it offers a fix; a finding is mended where no finding
// of the same check is left at the same resource (or file). Changed files are then read by the real tools, where they are
// on PATH: .tf by `terraform fmt`, manifests by `kubectl kustomize`. Needs `npm run build`.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { verify } from '../dist/index.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, show: { type: 'string', default: '10' } },
});
const [cases] = positionals;
if (!cases) {
  console.error('usage: node bench/fixes.mjs CASES [--only SUBSTRING] [--show 10]');
  process.exit(2);
}
const cli = new URL('../dist/cli.js', import.meta.url).pathname;
const key = ({ check, resource, file }) => `${check} ${resource?.address ?? resource ?? ''} ${file}`;

const byCheck = new Map();
const unread = [];
const left = [];
let read = 0;
for (const group of readdirSync(cases).filter((name) => name.includes(values.only))) {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-fixes-'));
  try {
    cpSync(join(cases, group), folder, { recursive: true });
    await tryGroup(group, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tryGroup(group, folder) {
  const before = await verify(folder, {});
  if (!before.findings.some(({ fix }) => fix !== 'none')) return count(before.findings, new Set(), group);
  const whatWas = new Map();
  for (const { file } of before.findings) whatWas.set(file, textOf(join(folder, file)));
  const readable = new Map([...whatWas.keys()].map((file) => [file, reads(join(folder, file))]));
  const run = spawnSync(process.execPath, [cli, 'fix', folder, '--unsafe'], { encoding: 'utf8' });
  if (run.status > 1) throw new Error(`${group}: fix ended with ${run.status}: ${run.stderr}`);
  const after = await verify(folder, {});
  count(before.findings, new Set(after.findings.map(key)), group);
  for (const [file, text] of whatWas) {
    if (textOf(join(folder, file)) === text || readable.get(file) !== true) continue;
    const now = reads(join(folder, file));
    if (now === true) read++;
    else if (now !== undefined) unread.push(`${group}/${file}: ${now}`);
  }
}

function count(findings, still, group) {
  const fixable = findings.some(({ fix }) => fix !== 'none');
  for (const finding of findings) {
    const row = byCheck.get(finding.check) ?? { found: 0, offered: 0, mended: 0 };
    row.found++;
    if (finding.fix !== 'none') row.offered++;
    if (fixable && !still.has(key(finding))) row.mended++;
    else if (finding.fix !== 'none')
      left.push(`${finding.check} ${group}/${finding.file}:${finding.startLine}`);
    byCheck.set(finding.check, row);
  }
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** true where the real tool reads the file, what it says where it does not, undefined where there is no tool for it. */
function reads(file) {
  if (/\.(tf|tofu)$/.test(file))
    return told(spawnSync('terraform', ['fmt', '-'], { input: textOf(file), encoding: 'utf8' }));
  if (!/\.ya?ml$/.test(file) || /\.github|gitlab-ci|kustomization/.test(file)) return undefined;
  const kustomization = join(dirname(file), 'kustomization.yaml');
  if (textOf(kustomization) !== undefined) return undefined;
  writeFileSync(kustomization, `resources: ["${basename(file)}"]\n`);
  const run = spawnSync('kubectl', ['kustomize', dirname(file)], { encoding: 'utf8' });
  rmSync(kustomization);
  return told(run);
}

function told({ error, status, stderr }) {
  if (error) return undefined;
  return status === 0 ? true : stderr.trim().split('\n').slice(0, 3).join(' ');
}

const rows = [...byCheck].filter(([, { offered }]) => offered > 0);
const sum = (name) => rows.reduce((total, [, row]) => total + row[name], 0);
const share = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
console.log(`checks that offer a fix: ${rows.length}`);
console.log(`their findings: ${sum('found')}; with a fix: ${sum('offered')}; mended: ${sum('mended')}`);
console.log(
  `mended of all: ${share(sum('mended'), sum('found'))}; of those with a fix: ${share(sum('mended'), sum('offered'))}`,
);
console.log(`changed files that the real tool reads: ${read}; that it no longer reads: ${unread.length}`);
for (const line of unread.slice(0, Number(values.show))) console.log(`  ${line}`);
console.log('checks whose findings are left most:');
const most = rows
  .toSorted(([, a], [, b]) => b.found - b.mended - (a.found - a.mended))
  .slice(0, Number(values.show));
for (const [check, row] of most)
  console.log(`  ${check}: ${row.mended} of ${row.found} (${row.offered} offered)`);
console.log('offered and not mended, for example:');
for (const line of left.slice(0, Number(values.show))) console.log(`  ${line}`);
