import type { AnyCheck } from '../checks/check.ts';
import { ids } from '../checks/generated/ids.ts';
import type { Graph } from '../graph/graph.ts';
import { today } from '../host/clock.ts';
import type { Finding } from '../model/finding.ts';
import type { Repository } from '../model/repository.ts';
import type { Outcome } from '../report/assemble.ts';
import { simulationIds } from '../simulation/findings/ids.ts';
import { applySuppressions } from '../verdict/apply-suppressions.ts';
import { applyBaseline, emptyBaseline, loadBaseline } from '../verdict/baseline.ts';
import { gather } from '../verdict/gather.ts';
import { type Judgement, judge } from '../verdict/judge.ts';
import { type Ranked, rank } from '../verdict/rank.ts';
import { checksFor } from '../verdict/select-checks.ts';
import { findSuppressions } from '../verdict/suppression-comments.ts';
import { configuredSuppressions } from '../verdict/suppression-configured.ts';
import { baselineFile } from './baseline-file.ts';
import { fileEndings } from './file-endings.ts';
import { type Loaded, open, readAndLink } from './load.ts';
import type { Problems, VerifyOptions } from './options.ts';
import type { Settings } from './settings.ts';

/** Reads, links and judges a folder under its baseline; everything a report is made of. @throws UserError */
export async function judgeRepository(
  folder: string,
  settings: Settings,
  options: VerifyOptions,
  problems: Problems,
): Promise<Outcome> {
  const outcome = await judgeOpened(open(folder, settings, problems), settings, options, problems);
  const { baselined, problems: stale } = await baselineOf(folder, settings, outcome, problems);
  stale.forEach(problems.add);
  return { ...outcome, baselined };
}

/** The same for a repository that is open already, without its baseline. */
export async function judgeOpened(
  repository: Repository,
  settings: Settings,
  options: VerifyOptions,
  problems: Problems,
): Promise<Outcome> {
  const loaded = await readAndLink(repository, settings, options);
  const { graph, filesRead } = loaded;
  options.onProgress?.('judging');
  const { policy, only, own } = settings;
  const runs = ({ id }: AnyCheck) => policy.runs(id) && (only?.has(id) ?? true);
  const simulated = options.simulate ? await simulatedChecks(graph, settings, options) : [];
  const checks = [...(await checksFor(graph)), ...simulated].filter(runs);
  const judgement = joined(judge(graph, checks), await judgeOwnOnes(graph, own.filter(runs)));
  judgement.problems.forEach(problems.add);
  const suppressions = [...(await configuredSuppressions(settings.config)), ...inlineSuppressions(loaded)];
  const terms = {
    known: [...ids, ...simulationIds, ...own.map(({ id }) => id)],
    ran: new Set(judgement.tallies.map(({ check }) => check.id)),
    today: today(),
  };
  // suppressed before anything is left out, or a suppression in a path that does not count would look unused
  const { kept, suppressed, problems: idle } = applySuppressions(judgement.findings, suppressions, terms);
  idle.forEach(problems.add);

  const counted = counting(graph, settings);
  const bySuppressed = new Map(
    [...suppressed].map(([{ check, origin, key }, by]) => [
      `${check} ${origin.file.path} ${origin.start} ${key}`,
      by,
    ]),
  );
  return {
    graph,
    tallies: judgement.tallies,
    findings: counted(kept),
    suppressed: counted(suppressed.keys()).map((item) => {
      const { check, origin, key } = item.finding;
      return {
        finding: item,
        by: describe(bySuppressed.get(`${check} ${origin.file.path} ${origin.start} ${key}`)!),
      };
    }),
    baselined: new Set(),
    problems: problems.all,
    files: {
      total: repository.paths.length,
      read: filesRead,
      other: fileEndings(repository.paths, filesRead),
    },
    failOn: settings.failOn,
  };
}

async function judgeOwnOnes(graph: Graph, own: readonly AnyCheck[]): Promise<Judgement> {
  if (own.length === 0) return { findings: [], tallies: [], problems: [] };
  return (await import('./own-checks.ts')).judgeOwn(graph, own);
}

function joined(a: Judgement, b: Judgement): Judgement {
  return {
    findings: [...a.findings, ...b.findings],
    tallies: [...a.tallies, ...b.tallies],
    problems: [...a.problems, ...b.problems],
  };
}

/** Checks of what a simulation finds, after it was run. Nothing of it is loaded where nobody asks. */
async function simulatedChecks(
  graph: Graph,
  { config }: Settings,
  { onProgress }: VerifyOptions,
): Promise<readonly AnyCheck[]> {
  onProgress?.('simulating failures');
  const [{ simulationChecks }, { simulatedIn }] = await Promise.all([
    import('../simulation/findings/all.ts'),
    import('../simulation/findings/subjects.ts'),
  ]);
  simulatedIn(graph, config.simulation);
  return simulationChecks;
}

/** Makes of findings what a report counts: under the configuration's severities, joined by place, the worst first. */
function counting(graph: Graph, settings: Settings): (findings: Iterable<Finding>) => Ranked[] {
  const environments = new Map<string, ReadonlySet<string>>();
  const environmentsOf = ({ resource: { address } }: Finding) => {
    let known = environments.get(address);
    if (!known) {
      known = new Set(graph.at(address).flatMap(({ unit }) => unit.environment ?? []));
      environments.set(address, known);
    }
    return known;
  };
  return (findings) => {
    const policed: Finding[] = [];
    for (const finding of findings) {
      const counted = underPolicy(finding, settings);
      if (counted) policed.push(counted);
    }
    return rank(graph, gather(policed, environmentsOf));
  };
}

function underPolicy(finding: Finding, { policy }: Settings): Finding | undefined {
  const severity = policy.severityOf(finding.check, finding.origin.file.path, finding.severity);
  if (severity === 'off') return undefined;
  if (severity === finding.severity) return finding;
  const { severityReason: _, ...rest } = finding;
  return { ...rest, severity };
}

function inlineSuppressions({ repository, filesRead }: Loaded) {
  return [...filesRead].flatMap((path) => {
    const file = repository.read(path);
    return file ? findSuppressions(file) : [];
  });
}

function describe(by: ReturnType<typeof findSuppressions>[number]) {
  return { file: by.file.path, line: by.file.lineAt(by.start), text: by.text, reason: by.reason };
}

async function baselineOf(folder: string, { baseline }: Settings, outcome: Outcome, problems: Problems) {
  const file = baselineFile(folder, baseline, problems.add);
  const loaded = file ? await loadBaseline(file) : { baseline: emptyBaseline, problems: [] };
  loaded.problems.forEach(problems.add);
  const ran = new Set(outcome.tallies.map(({ check }) => check.id));
  return applyBaseline<Ranked>(outcome.findings, loaded.baseline, { ran, today: today() });
}
