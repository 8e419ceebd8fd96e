import type { ControlMatrix, ControlStatus, ControlVerdict } from '../../compliance/matrix.ts';
import { visible } from '../visible.ts';
import { count, digits } from '../wording.ts';
import type { Page } from './page.ts';
import type { Style } from './paint.ts';

const styles: Readonly<Record<ControlStatus, Style>> = {
  'not-met': 'bad',
  undecided: 'notable',
  met: 'good',
  'not-covered': 'faint',
};

/** How the repository stands to each control of a framework; what nothing covers is told in one line unless all is asked for. */
export function writeCompliance(matrix: ControlMatrix, page: Page): string[] {
  const { counts, controls } = matrix;
  const shown = controls.filter(({ status }) => page.verbose || status !== 'not-covered');
  const width = Math.max(...controls.map(({ control }) => control.length));
  const summary = (['met', 'not-met', 'undecided', 'not-covered'] as const)
    .map((status) => `${digits(counts[status])} ${wordsOf(status)}`)
    .join(', ');
  const lines = [
    page.paint('strong', `${matrix.title} ${matrix.edition}: ${summary}`),
    ...shown.flatMap((verdict) => writeControl(verdict, width, page)),
  ];
  if (page.verbose || counts['not-covered'] === 0) return lines;
  const uncovered = controls.filter(({ status }) => status === 'not-covered');
  return [
    ...lines,
    ...page.lines('faint', `not covered: ${uncovered.map(({ control }) => control).join(', ')}`, 2),
  ];
}

function writeControl(verdict: ControlVerdict, width: number, page: Page): string[] {
  const { control, status, asks, findings, places, note, checks } = verdict;
  const head = `  ${control.padEnd(width)}  ${page.paint(styles[status], wordsOf(status).padEnd(11))}  ${visible(asks)}`;
  const indent = width + 17;
  const where = places.map(({ file, line }) => page.at(file, line)).join(', ');
  const more = findings > places.length ? ' and others' : '';
  return [
    head,
    ...(findings > 0 ? page.lines('path', `${count(findings, 'finding')}: ${where}${more}`, indent) : []),
    ...(note ? page.lines('faint', note, indent) : []),
    ...(page.verbose && checks.length > 0 ? page.lines('faint', checks.join(', '), indent) : []),
  ];
}

function wordsOf(status: ControlStatus): string {
  return status.replace('-', ' ');
}
