import { assemble } from '../report/assemble.ts';
import type { Report } from '../report/report.ts';
import { gather } from '../verdict/gather.ts';
import { judge } from '../verdict/judge.ts';
import { rank } from '../verdict/rank.ts';
import { checksFor, meansCheck } from '../verdict/select-checks.ts';
import { loadRepository } from './load.ts';
import { Problems, type VerifyOptions } from './options.ts';

/**
 * Judges a folder in the seven dimensions.
 * @returns what `plinth verify --format json` prints
 * @throws UserError where the folder or an option is wrong; what is wrong inside the folder becomes a problem of the report
 */
export async function verify(folder: string, options: VerifyOptions = {}): Promise<Report> {
  const problems = new Problems();
  const { graph, repository, filesRead } = await loadRepository(folder, options, problems);
  options.onProgress?.('judging');
  const only = options.only ?? [];
  const checks = (await checksFor(graph)).filter(
    ({ id }) => only.length === 0 || only.some((pattern) => meansCheck(pattern, id)),
  );
  const judgement = judge(graph, checks);
  judgement.problems.forEach(problems.add);
  const findings = rank(
    graph,
    gather(judgement.findings, () => new Set()),
  );
  return assemble({
    graph,
    tallies: judgement.tallies,
    findings,
    suppressed: [],
    baselined: new Set(),
    problems: problems.all,
    files: { total: repository.paths.length, read: filesRead, other: {} },
    failOn: options.failOn ?? 'high',
  });
}
