import { severities } from '../../model/dimension.ts';
import { type Group, groupFindings } from '../group.ts';
import type { RenderOptions } from '../options.ts';
import { basis, headline, newFindings } from '../outcome.ts';
import type { DimensionVerdict, Report } from '../report.ts';
import { count, digits, dimensionNames } from '../wording.ts';
import { complianceSection } from './compliance.ts';
import { clip, plain, prose } from './escape.ts';
import { gapsSection } from './gaps.ts';
import { groupLine, groupSection } from './groups.ts';

/**
 * GitHub takes a comment of 65,536 characters. Counted in bytes, with room for a line or two that a pipeline adds.
 * https://github.com/orgs/community/discussions/27190
 */
const mostBytes = 64_000;

/** By which a pipeline finds the comment that it made before, in order to replace it. */
const marker = '<!-- plinth-report -->';

/** The kinds of box that GitHub and GitLab draw around a quotation. */
const boxes: Readonly<Record<Report['summary']['outcome'], string>> = {
  pass: 'TIP',
  fail: 'CAUTION',
  'nothing-read': 'WARNING',
};

/** The report as the comment of a pull request: the outcome, the seven dimensions, and the causes as far as there is room. */
export function renderMarkdown(report: Report, options: RenderOptions): string {
  const top = [marker, '## Plinth', '', ...outcomeBox(report), '', ...scorecard(report), ''].join('\n');
  const end = `${(report.compliance ?? []).map(complianceSection).join('')}${gapsSection(report, options)}\n<sub>plinth ${plain(report.tool.version)}</sub>\n`;
  const room = mostBytes - bytes(top) - bytes(end);
  return `${top}\n${findings(groupFindings(newFindings(report)), room, options)}\n${end}`;
}

function outcomeBox(report: Report): string[] {
  const lines = [
    `**${headline(report)}**`,
    ...basis(report),
    `**Next:** ${prose(clip(report.summary.nextStep, 500))}`,
  ];
  return [
    `> [!${boxes[report.summary.outcome]}]`,
    ...lines.flatMap((line, at) => (at > 0 ? ['>', `> ${line}`] : [`> ${line}`])),
  ];
}

function scorecard({ dimensions }: Report): string[] {
  const headings = [
    'Dimension',
    'Verdict',
    'Examined',
    'Failed',
    'Undecided',
    ...severities.map(capitalised),
  ];
  const notes = dimensions
    .filter((row) => row.notes.length > 0)
    .map((row) => `- ${dimensionNames[row.dimension]}: ${prose(clip(row.notes.join('; '), 300))}`);
  return [
    tableRow(headings),
    tableRow(headings.map((_, at) => (at < 2 ? ':--' : '--:'))),
    ...dimensions.map((row) => tableRow(cells(row))),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ];
}

function cells(row: DimensionVerdict): string[] {
  const verdict = row.verdict.replace('-', ' ');
  const numbers = [
    row.examined,
    row.failed,
    row.undecided,
    ...severities.map((severity) => row.bySeverity[severity]),
  ];
  return [
    dimensionNames[row.dimension],
    row.verdict === 'fail' ? `**${verdict}**` : verdict,
    ...numbers.map((number) => (number === 0 ? '' : digits(number))),
  ];
}

/** Causes with their places while there is room, then in a line each, then as a number. */
function findings(groups: readonly Group[], room: number, options: RenderOptions): string {
  if (groups.length === 0) return '';
  const reserve = 6_000;
  let text = '### Findings\n\n';
  let at = 0;
  for (; at < groups.length; at++) {
    const section = `${groupSection(groups[at]!, options)}\n`;
    if (bytes(text) + bytes(section) > room - reserve) break;
    text += section;
  }
  for (; at < groups.length; at++) {
    const line = `${groupLine(groups[at]!)}\n`;
    if (bytes(text) + bytes(line) > room - 200) break;
    text += line;
  }
  const left = groups.slice(at);
  const places = left.reduce((sum, group) => sum + group.count, 0);
  return left.length === 0
    ? text
    : `${text}- and ${count(left.length, 'more check')} with ${count(places, 'finding')}: \`plinth verify --verbose\`\n`;
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
