import type { Report, ReportedProblem } from '../report.ts';
import { visible } from '../visible.ts';
import { count, digits, listedUpTo } from '../wording.ts';
import type { Page } from './page.ts';

const entriesShown = 5;
const filesShown = 3;

/** What was not analysed and why: problems, undecided judgements, files that were not looked into. */
export function writeGaps(report: Report, page: Page): string[][] {
  const parts = [
    writeProblems(report.problems, page),
    writeUndecided(report, page),
    writeFiles(report, page),
  ];
  const blocks = parts.filter((lines) => lines.length > 0);
  return blocks.length === 0 ? [] : [[page.paint('strong', 'Not analysed')], ...blocks];
}

function writeProblems(problems: readonly ReportedProblem[], page: Page): string[] {
  if (problems.length === 0) return [];
  const alike = new Map<string, Set<string>>();
  for (const { kind, message, file, startLine } of problems) {
    const key = `${kind}: ${message}`;
    const places = alike.get(key) ?? new Set();
    alike.set(key, places.add(page.at(file, startLine)));
  }
  const { shown, hidden } = page.first(entriesShown, [...alike]);
  return [
    page.paint('notable', `  ${count(problems.length, 'problem')}`),
    ...shown.flatMap(([message, places]) => [
      ...page.lines(undefined, visible(message), 4),
      ...page.lines('path', some(filesShown, [...places], page), 6),
    ]),
    ...leftOut('    and', hidden.length, 'more kind of problem', 'more kinds of problem', page),
  ];
}

function writeUndecided({ coverage, summary }: Report, page: Page): string[] {
  if (summary.undecided === 0) return [];
  const { shown, hidden } = page.first(entriesShown, coverage.undecided);
  const width = digits(coverage.undecided[0]?.count ?? 0).length;
  return [
    page.paint('notable', `  ${count(summary.undecided, 'judgement')} undecided, because`),
    ...shown.flatMap(({ reason, count: times, checks }) => {
      const [first = '', ...more] = page.lines(undefined, visible(reason), width + 6);
      const ids = page.lines('faint', some(2, checks.map(visible), page), width + 6);
      return [`    ${digits(times).padStart(width)}  ${first.trimStart()}`, ...more, ...ids];
    }),
    ...leftOut('    and', hidden.length, 'more reason', 'more reasons', page),
  ];
}

function writeFiles({ coverage: { files } }: Report, page: Page): string[] {
  const others = Object.entries(files.other).sort(([, a], [, b]) => b - a);
  const unread = others.reduce((sum, [, number]) => sum + number, 0);
  if (unread === 0) return [];
  const endings = others.map(
    ([ending, number]) => `${digits(number)} ${visible(ending) || 'without an ending'}`,
  );
  const what = `${digits(unread)} of ${count(files.total, 'file')} were not read as infrastructure`;
  return page.lines('faint', `${what}: ${some(5, endings, page)}`, 2);
}

function some(most: number, items: readonly string[], { verbose }: Page): string {
  return verbose ? items.join(', ') : listedUpTo(most, items);
}

function leftOut(indent: string, number: number, one: string, many: string, page: Page): string[] {
  return number === 0 ? [] : [page.paint('faint', `${indent} ${count(number, one, many)} (--verbose)`)];
}
