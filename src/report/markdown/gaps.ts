import { pathFor, type RenderOptions } from '../options.ts';
import type { Report } from '../report.ts';
import { count, digits, listedUpTo } from '../wording.ts';
import { clip, code, plain, prose } from './escape.ts';

const rowsShown = 10;

/** What was not analysed and why, closed until somebody asks. Empty where everything was. */
export function gapsSection(report: Report, options: RenderOptions): string {
  const { problems, coverage, summary } = report;
  if (problems.length + summary.undecided === 0) return '';
  const rest = (number: number) => (number > rowsShown ? [`- and ${digits(number - rowsShown)} more`] : []);
  const lines = [
    `<details><summary><b>Not analysed</b> (${count(problems.length, 'problem')}, ${count(summary.undecided, 'undecided judgement')})</summary>`,
    '',
    ...problems.slice(0, rowsShown).map(({ kind, file, startLine, message }) => {
      const at = `${pathFor(file, options)}${startLine === undefined ? '' : `:${startLine}`}`;
      return `- ${plain(clip(kind, 40))}, ${code(clip(at, 300))}: ${prose(clip(message, 300))}`;
    }),
    ...rest(problems.length),
    '',
    ...coverage.undecided.slice(0, rowsShown).map(({ reason, count: times, checks }) => {
      const ids = listedUpTo(
        2,
        checks.map((id) => code(clip(id, 100))),
      );
      return `- ${digits(times)} undecided: ${prose(clip(reason, 300))} (${ids})`;
    }),
    ...rest(coverage.undecided.length),
    '',
    '</details>',
    '',
  ];
  return lines.join('\n');
}
