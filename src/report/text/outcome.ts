import { basis, headline } from '../outcome.ts';
import type { Report } from '../report.ts';
import { visible } from '../visible.ts';
import type { Page } from './page.ts';
import type { Style } from './paint.ts';
import { columns } from './wrap.ts';

const labels: Readonly<Record<Report['summary']['outcome'], readonly [string, Style]>> = {
  pass: ['PASS', 'good'],
  fail: ['FAIL', 'bad'],
  'nothing-read': ['NOTHING READ', 'notable'],
};

/** The last lines, which a terminal shows when the run ends: the outcome, what it rests on, what to do. */
export function writeOutcome(report: Report, quiet: boolean, page: Page): string[] {
  const [label, style] = labels[report.summary.outcome];
  const indent = columns(label) + 2;
  if (quiet) return labelled(label, style, [headline(report)], indent, page);
  return [
    ...labelled(label, style, [headline(report), ...basis(report)], indent, page),
    ...labelled('Next', 'strong', [visible(report.summary.nextStep)], indent, page),
  ];
}

function labelled(
  label: string,
  style: Style,
  sentences: readonly string[],
  indent: number,
  page: Page,
): string[] {
  const lines = sentences.flatMap((sentence) => page.lines(undefined, sentence, indent));
  return lines.map((line, at) =>
    at === 0 ? page.paint(style, label.padEnd(indent)) + line.slice(indent) : line,
  );
}
