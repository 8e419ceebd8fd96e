import { groupFindings } from './group.ts';
import { pathFor, type RenderOptions } from './options.ts';
import { basis, failsRun, headline, newFindings } from './outcome.ts';
import type { Report, ReportedFinding } from './report.ts';
import { visible } from './visible.ts';
import { count, onlyIn } from './wording.ts';

type Level = 'error' | 'warning' | 'notice';

/**
 * GitHub shows ten annotations of each level for a step and drops the rest without a word.
 * https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
 */
const mostOfLevel = 10;

/**
 * Workflow commands, which GitHub Actions turns into annotations at the lines of a pull request
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands). What fails the run is an error.
 * Where there are more findings than GitHub shows, every cause gets a place before any gets its second.
 */
export function renderGithub(report: Report, options: Pick<RenderOptions, 'pathPrefix'> = {}): string {
  const all = newFindings(report);
  const found = inTurn(all);
  const shown = (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const ofLevel = found.filter((finding) => levelOf(finding, report) === level);
    // the summary is a notice too
    return ofLevel
      .slice(0, level === 'notice' ? mostOfLevel - 1 : mostOfLevel)
      .map((finding) => annotation(level, finding, options));
  });
  return `${[...shown, summaryOf(report, all.length - shown.length)].join('\n')}\n`;
}

/** Findings in rounds: the first place of every cause, the worst cause first, then the second of every cause. */
function inTurn(findings: readonly ReportedFinding[]): ReportedFinding[] {
  const queues = groupFindings(findings).map((group) => group.variants.flatMap(({ places }) => places));
  const longest = queues.reduce((most, queue) => Math.max(most, queue.length), 0);
  const rounds: ReportedFinding[] = [];
  for (let round = 0; round < Math.min(longest, mostOfLevel); round++)
    for (const queue of queues) if (queue[round]) rounds.push(queue[round]!.finding);
  return rounds;
}

function levelOf(finding: ReportedFinding, { summary }: Report): Level {
  if (failsRun(finding, summary)) return 'error';
  return finding.severity === 'low' || finding.severity === 'info' ? 'notice' : 'warning';
}

function annotation(
  level: Level,
  finding: ReportedFinding,
  options: Pick<RenderOptions, 'pathPrefix'>,
): string {
  const only = onlyIn(finding.environments);
  const oneLine = finding.endLine <= finding.startLine;
  return command(
    level,
    {
      file: visible(pathFor(finding.file, options)),
      line: finding.startLine,
      endLine: Math.max(finding.startLine, finding.endLine),
      // columns are only taken where the range stays on one line
      ...(oneLine
        ? { col: finding.startColumn, endColumn: Math.max(finding.startColumn, finding.endColumn) }
        : {}),
      title: visible(`${finding.title} (${finding.severity})`),
    },
    visible(`${finding.resource}${only ? ` (${only})` : ''}: ${finding.message} [${finding.check}]`),
  );
}

function summaryOf(report: Report, hidden: number): string {
  const rest =
    hidden > 0 ? [`${count(hidden, 'finding')} more than can be annotated: see the text or HTML report`] : [];
  return command(
    'notice',
    { title: 'Plinth' },
    [headline(report), ...basis(report), ...rest].map((line) => `${line}.`).join('\n'),
  );
}

function command(level: Level, properties: Readonly<Record<string, string | number>>, data: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${level} ${written.join(',')}::${escapeData(data)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
