// What other tools say of a folder that `plinth design` wrote: counts by tool and severity, and the rules behind them.
//   [KICS_ASSETS=its/assets] node bench/outside.mjs FOLDER
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

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

const below = (pattern) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path))
    .sort();

/** What is applied in production: overlays that Kustomize builds, and charts with the values of production. */
function manifests() {
  const overlays = below(
    /^(kubernetes|gitops|policy|observability)\/.*production.*\/kustomization\.yaml$/,
  ).map((path) => ['kubectl', ['kustomize', join(folder, path, '..')]]);
  const charts = below(/^kubernetes\/.*\/Chart\.yaml$/).map((path) => {
    const chart = join(folder, path, '..');
    const name = basename(chart);
    const team = basename(dirname(chart));
    return ['helm', ['template', name, chart, '-n', team, '-f', join(chart, 'values-production.yaml')]];
  });
  return [...overlays, ...charts]
    .map(([program, parameters]) => {
      const ran = run(program, parameters);
      if (ran?.stdout === '') console.error(`${program} ${parameters.join(' ')}: ${ran.stderr}`);
      return ran?.stdout ?? '';
    })
    .filter((text) => text !== '')
    .join('\n---\n');
}

/** Gives a tool the manifests as files, one a document: several take nothing else, or stop at what they cannot read. */
function withManifests(ask) {
  const own = mkdtempSync(join(tmpdir(), 'plinth-outside-'));
  built.split(/^---$/m).forEach((document, at) => {
    if (document.trim() !== '') writeFileSync(join(own, `${at}.yaml`), document);
  });
  try {
    return ask(own);
  } finally {
    rmSync(own, { recursive: true });
  }
}

// tools of others know no Rollout of Argo, and would look at none of its pods: it is a Deployment in all that they judge
const built = manifests()
  .replaceAll(
    /^apiVersion: argoproj\.io\/v1alpha1\nkind: Rollout$/gm,
    'apiVersion: apps/v1\nkind: Deployment',
  )
  .replaceAll(
    /^( +)apiVersion: argoproj\.io\/v1alpha1\n +kind: Rollout$/gm,
    '$1apiVersion: apps/v1\n$1kind: Deployment',
  );
const workflows = existsSync(join(folder, '.github/workflows'))
  ? readdirSync(join(folder, '.github/workflows')).map((name) => join('.github/workflows', name))
  : [];

/** Each gives findings as [severity, rule], or `undefined` where it is missing. */
const tools = {
  checkov() {
    const ask = (place, ...frameworks) =>
      run('checkov', ['-d', place, '--framework', ...frameworks, '-o', 'json', '--quiet', '--compact']);
    // Terraform as the roots call it, manifests as they are applied
    const runs = [
      ask(join(folder, 'terraform'), 'terraform'),
      ask(folder, 'github_actions', 'gitlab_ci'),
      ...(built === '' ? [] : [withManifests((own) => ask(own, 'kubernetes'))]),
    ];
    return (
      runs[0] &&
      runs
        .flatMap(({ stdout }) => JSON.parse(stdout))
        .flatMap(({ results }) => results?.failed_checks ?? [])
        .map((found) => [found.severity ?? 'unrated', found.check_id])
    );
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
    return withManifests((path) => {
      const ran = run('polaris', ['audit', '--audit-path', path, '--format', 'json']);
      return ran && JSON.parse(ran.stdout).Results.flatMap(polarisFindings);
    });
  },
  'kube-linter'() {
    if (built === '') return [];
    return withManifests((path) => {
      const ran = run('kube-linter', ['lint', '--format', 'json', path]);
      return (
        ran &&
        (JSON.parse(ran.stdout).Reports ?? []).map(({ Check, Object: one, Diagnostic }) => [
          'error',
          Check,
          `${one.K8sObject.GroupVersionKind.Kind} ${one.K8sObject.Namespace}/${one.K8sObject.Name}: ${Diagnostic.Message}`,
        ])
      );
    });
  },
  trivy() {
    // Terraform where it is, and manifests as they are applied
    const ask = (path) =>
      run('trivy', ['config', '--skip-check-update', '--quiet', '--format', 'json', path]);
    const places = [folder, ...(built === '' ? [] : [undefined])];
    const runs = places.map((place) => (place ? ask(place) : withManifests(ask)));
    return runs[0] && runs.flatMap(({ stdout }) => trivyFindings(JSON.parse(stdout)));
  },
  kics() {
    // its rules are files, and no part of the program
    const assets = process.env.KICS_ASSETS;
    if (assets === undefined) return undefined;
    const ask = (place, type) => {
      const own = mkdtempSync(join(tmpdir(), 'plinth-outside-'));
      const parameters = ['-q', join(assets, 'queries'), '-b', join(assets, 'libraries'), '-o', own];
      const ran = run('kics', [
        'scan',
        '-p',
        place,
        '-t',
        type,
        ...parameters,
        '--silent',
        '--no-progress',
        '--report-formats',
        'json',
      ]);
      const queries = ran && JSON.parse(readFileSync(join(own, 'results.json'), 'utf8')).queries;
      rmSync(own, { recursive: true });
      return queries;
    };
    const runs = [
      ask(join(folder, 'terraform/modules'), 'Terraform'),
      ...(workflows.length === 0 ? [] : [ask(join(folder, '.github'), 'CICD')]),
      ...(built === '' ? [] : [withManifests((own) => ask(own, 'Kubernetes'))]),
    ];
    return (
      runs[0] &&
      runs.flat().flatMap(({ severity, query_name, files }) => files.map(() => [severity, query_name]))
    );
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

function trivyFindings({ Results = [] }) {
  return Results.flatMap(({ Target, Misconfigurations = [] }) =>
    Misconfigurations.map(({ ID, Severity, Message, CauseMetadata }) => [
      Severity,
      ID,
      `${Target}:${CauseMetadata?.StartLine ?? ''} ${Message}`,
    ]),
  );
}

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
