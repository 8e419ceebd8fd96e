import { type Severity, severities } from '../../model/dimension.ts';
import type { DimensionVerdict } from '../report.ts';
import { visible } from '../visible.ts';
import { digits, dimensionNames } from '../wording.ts';
import type { Page } from './page.ts';
import type { Style } from './paint.ts';

const verdictStyles: Readonly<Record<DimensionVerdict['verdict'], Style>> = {
  pass: 'good',
  fail: 'bad',
  undecided: 'notable',
  'not-assessed': 'faint',
};

const headings: readonly string[] = ['Examined', 'Failed', 'Undecided'];
const short: Readonly<Record<Severity, string>> = {
  critical: 'Crit',
  high: 'High',
  medium: 'Med',
  low: 'Low',
  info: 'Info',
};
const nameWidth = Math.max(...Object.values(dimensionNames).map((name) => name.length));
const verdictWidth = 'undecided'.length;

/** The seven dimensions as a table of 79 columns, with what was examined beside what was found. */
export function writeScorecard(verdicts: readonly DimensionVerdict[], page: Page): string[] {
  const { paint } = page;
  if (verdicts.every(({ verdict }) => verdict === 'not-assessed'))
    return [paint('strong', 'None of the seven dimensions was assessed.')];
  const head = [
    'Dimension'.padEnd(nameWidth),
    'Verdict'.padEnd(verdictWidth),
    headings.join(' '),
    severities.map((severity) => short[severity]).join(' '),
  ];
  return [paint('strong', head.join('  ')), ...verdicts.flatMap((verdict) => writeRow(verdict, page))];
}

function writeRow(row: DimensionVerdict, page: Page): string[] {
  const { paint } = page;
  const name = dimensionNames[row.dimension].padEnd(nameWidth);
  const style = verdictStyles[row.verdict];
  const indent = nameWidth + 2;
  const notes = row.notes.map(visible).join('; ');
  if (row.verdict === 'not-assessed') {
    const [first = '', ...more] = page.lines(undefined, `not assessed${notes ? `: ${notes}` : ''}`, indent);
    return [`${name}  ${paint(style, first.trimStart())}`, ...more.map((line) => paint(style, line))];
  }
  const numbers = [row.examined, row.failed, row.undecided]
    .map((number, at) => cell(number, headings[at]!.length))
    .join(' ');
  const counts = severities.map((severity) => {
    const number = row.bySeverity[severity];
    const text = cell(number, short[severity].length);
    return number > 0 ? paint(severity, text) : paint('faint', text);
  });
  const main = `${name}  ${paint(style, row.verdict.padEnd(verdictWidth))}  ${numbers}  ${counts.join(' ')}`;
  return [main, ...page.lines('faint', notes, indent)];
}

function cell(number: number, width: number): string {
  return (number === 0 ? '-' : digits(number)).padStart(width);
}
