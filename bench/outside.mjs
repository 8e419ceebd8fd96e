// What other tools say of a folder that `plinth design` wrote: counts by tool and severity, and the rules behind them.
//   node bench/outside.mjs FOLDER
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const [, , given] = process.argv;
if (given === undefined || !existsSync(given)) {
  console.error('usage: node bench/outside.mjs FOLDER');
  process.exit(2);
}
const folder = resolve(given);

/** Runs a tool in the folder; `undefined` where it is not on PATH. */
function run(program, parameters, input) {
  const { error, stdout, stderr } = spawnSync(program, parameters, {
    cwd: folder,
    encoding: 'utf8',
    input,
    maxBuffer: 2 ** 28,
    timeout: 900_000,
  });
  if (error?.code === 'ENOENT') return undefined;
  if (error) throw error;
  return { stdout, stderr };
}

const lines = (text) => text.split('\n').filter((line) => line !== '');

/** What is applied in one environment at most: overlays of production, built. */
function manifests() {
  const places = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^kubernetes\/.*production.*\/kustomization\.yaml$/.test(path))
    .sort();
  return places
    .map((path) => run('kubectl', ['kustomize', join(folder, path, '..')])?.stdout ?? '')
    .filter((text) => text !== '')
    .join('\n---\n');
}

const built = manifests();
const workflows = existsSync(join(folder, '.github/workflows'))
  ? readdirSync(join(folder, '.github/workflows')).map((name) => join('.github/workflows', name))
  : [];

/** Each gives findings as [severity, rule], or `undefined` where it is missing. */
const tools = {
  checkov() {
    const ran = run('checkov', [
      '-d',
      'terraform/modules',
      '--framework',
      'terraform',
      '-o',
      'json',
      '--quiet',
      '--compact',
    ]);
    if (!ran) return undefined;
    return [JSON.parse(ran.stdout)]
      .flat()
      .flatMap(({ results }) => results?.failed_checks ?? [])
      .map((found) => [found.severity ?? 'unrated', found.check_id]);
  },
  tflint() {
    const ran = run('tflint', ['--recursive', '--format', 'json']);
    return ran && JSON.parse(ran.stdout).issues.map(({ rule }) => [rule.severity, rule.name]);
  },
  'kube-score'() {
    if (built === '') return [];
    const ran = run('kube-score', ['score', '-o', 'json', '-'], built);
    return (
      ran &&
      JSON.parse(ran.stdout)
        .flatMap(({ checks }) => checks)
        .filter(({ skipped, grade }) => !skipped && grade < 10)
        .map(({ grade, check }) => [grade <= 1 ? 'critical' : 'warning', check.id])
    );
  },
  polaris() {
    if (built === '') return [];
    // read from a file: it takes nothing from its standard input
    const own = mkdtempSync(join(tmpdir(), 'plinth-outside-'));
    const path = join(own, 'manifests.yaml');
    writeFileSync(path, built);
    const ran = run('polaris', ['audit', '--audit-path', path, '--format', 'json']);
    rmSync(own, { recursive: true });
    return ran && JSON.parse(ran.stdout).Results.flatMap(polarisFindings);
  },
  zizmor() {
    if (workflows.length === 0) return [];
    const ran = run('zizmor', ['--offline', '--format', 'json', '.']);
    return ran && JSON.parse(ran.stdout).map((found) => [found.determinations.severity, found.ident]);
  },
  actionlint() {
    if (workflows.length === 0) return [];
    const ran = run('actionlint', ['-oneline', ...workflows]);
    return ran && lines(ran.stdout).map((line) => ['error', /\[([\w-]+)\]$/.exec(line)?.[1] ?? 'unnamed']);
  },
};

function polarisFindings({ Results, PodResult }) {
  const groups = [
    Results,
    PodResult?.Results,
    ...(PodResult?.ContainerResults ?? []).map((one) => one.Results),
  ];
  return groups
    .flatMap((group) => Object.values(group ?? {}))
    .filter(({ Success, Severity }) => !Success && Severity !== 'ignore')
    .map(({ ID, Severity }) => [Severity, ID]);
}

function counted(names) {
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name, count]) => `${count} ${name}`);
}

for (const [name, ask] of Object.entries(tools)) {
  const findings = ask();
  if (findings === undefined) console.log(`${name}: not on PATH`);
  else {
    const severities = counted(findings.map(([severity]) => severity.toLowerCase()));
    console.log(`${name}: ${findings.length}${severities.length > 0 ? ` (${severities.join(', ')})` : ''}`);
    for (const rule of counted(findings.map(([, id]) => id))) console.log(`  ${rule}`);
  }
}
