import { parseHcl } from '../../syntax/hcl/parse-hcl.ts';
import type { Attribute, Block, Body, Expression, ObjectConstructor, Range } from '../../syntax/hcl/tree.ts';
import { lineEnd, lineStart, nextLine, skipBlanksBack } from '../lines.ts';
import { type Splice, type Spliced, splice, type Touched } from '../splice.ts';

/**
 * Aligns the signs of arguments, and the comments behind them, in the runs of lines that an edit touched, where the
 * lines that were there before are aligned too. Everything else stays.
 * Source: what `terraform fmt` does (hclwrite/format.go, formatCells): lines that follow each other and hold one
 * assignment whose brackets are closed again on the line form a run; so do lines with a comment at their end.
 */
export function alignTouched({ text, touched }: Spliced): string {
  const signs = alignSigns(text, touched);
  return splice(signs.text, alignComments(signs.text, [...moved(touched, signs.splices), ...signs.touched]))
    .text;
}

function alignSigns(text: string, touched: readonly Touched[]) {
  const lines = assignmentsIn(text);
  const runs = runsOf(
    text,
    lines.filter(({ alone }) => !alone),
  );
  const splices = [
    ...runs.flatMap((run) => alignRun(text, run, touched)),
    ...lines.flatMap((line) => (line.alone ? setAlone(line, touched) : [])),
  ];
  return { splices, ...splice(text, splices) };
}

/** A line with one assignment. */
interface Assignment extends Range {
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly equals: number;
  /** its brackets stay open at the end of the line, and no other line is aligned with it */
  readonly alone: boolean;
}

function alignRun(text: string, run: readonly Assignment[], touched: readonly Touched[]): Splice[] {
  const near = nearTo(text, run, touched);
  if (near.length === 0) return [];
  const isFresh = ({ nameStart }: Assignment) =>
    near.some(({ start, end }) => start <= nameStart && nameStart < end);
  const least = Math.max(...run.map(({ start, nameEnd }) => nameEnd - start)) + 1;
  const columns = columnsBefore(run, near, isFresh);
  const [wide = 0] = columns ?? [];
  // a line may have left the run: it was taken out, or has grown to several lines
  const shrinks = near.some(
    ({ start, end, joins }) =>
      joins || start === end || !run.some((line) => start <= line.end && end >= line.start),
  );
  const target = columns === undefined ? undefined : wide > least && !shrinks ? wide : least;
  return run.flatMap((line) => {
    if (target === undefined && !isFresh(line)) return [];
    const blanks = target === undefined ? 1 : target - (line.nameEnd - line.start);
    const put = ' '.repeat(blanks);
    return text.slice(line.nameEnd, line.equals) === put
      ? []
      : [{ start: line.nameEnd, end: line.equals, text: put }];
  });
}

/**
 * The columns of signs in the parts that a run was made of before: one for each, or `undefined` where one was not
 * aligned. There are several parts where a value of several lines between them became one of one line, or went.
 */
function columnsBefore(
  run: readonly Assignment[],
  near: readonly Touched[],
  isFresh: (line: Assignment) => boolean,
): number[] | undefined {
  const parts: Set<number>[] = [new Set()];
  for (const line of run) {
    const joined = near.find(({ start, joins }) => joins && start >= line.start && start <= line.end);
    if (joined) parts.push(new Set());
    const isNew = joined !== undefined && joined.start > line.equals;
    if (!isNew && !isFresh(line)) parts.at(-1)!.add(line.equals - line.start);
  }
  return parts.some(({ size }) => size > 1) ? undefined : parts.flatMap((part) => [...part]);
}

/** Takes the blanks out of a line that a new value of several lines took out of its run. */
function setAlone({ nameEnd, equals, end }: Assignment, touched: readonly Touched[]): Splice[] {
  const isNew = touched.some((one) => one.start > equals && one.start <= end && one.end > end);
  return isNew && equals - nameEnd > 1 ? [{ start: nameEnd, end: equals, text: ' ' }] : [];
}

/** Lines that follow each other without another between them. */
function runsOf<Line extends Range>(text: string, lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const above = runs.at(-1)?.at(-1);
    if (above && /^\r?\n$/.test(text.slice(above.end, line.start))) runs.at(-1)!.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** What was touched in a run or on the lines next to it. */
function nearTo(text: string, run: readonly Range[], touched: readonly Touched[]): Touched[] {
  const from = run[0]!.start;
  const to = run.at(-1)!.end;
  return touched.filter(
    ({ start, end }) => lineStart(text, start) <= to + 2 && lineEnd(text, end) >= from - 2,
  );
}

function assignmentsIn(text: string): Assignment[] {
  const found: Assignment[] = [];
  const add = (start: number, nameEnd: number, value: Expression) => {
    const equals = text.indexOf('=', nameEnd);
    const end = lineEnd(text, value.end);
    if (equals < 0 || equals > value.start) return;
    const heredoc = value.kind === 'template' && value.heredoc !== undefined;
    const alone = !heredoc && lineEnd(text, start) < value.end;
    if (!alone && /[)}\]]/.test(text.slice(value.end, end).replace(/(?:#|\/\/|\/\*).*/, ''))) return;
    found.push({
      start: lineStart(text, start),
      end: alone ? lineEnd(text, start) : end,
      nameStart: start,
      nameEnd,
      equals,
      alone,
    });
  };
  visitBody(parseHcl(text).body, add);
  return found.sort((a, b) => a.start - b.start).filter((line, at, all) => line.start !== all[at - 1]?.start);
}

type Add = (start: number, nameEnd: number, value: Expression) => void;

function visitBody(body: Body, add: Add): void {
  for (const item of body.items as readonly (Attribute | Block)[]) {
    if (item.kind === 'block') visitBody(item.body, add);
    else {
      add(item.start, item.start + item.name.length, item.value);
      visitValue(item.value, add);
    }
  }
}

/** Objects anywhere in a value. */
function visitValue(value: object, add: Add): void {
  if ((value as Expression).kind === 'object')
    for (const { start, key, value: held } of (value as ObjectConstructor).items) add(start, key.end, held);
  for (const part of Object.values(value))
    if (typeof part === 'object' && part !== null) visitValue(part, add);
}

interface Commented extends Range {
  readonly code: number;
  readonly comment: number;
}

function alignComments(text: string, touched: readonly Touched[]): Splice[] {
  return runsOf(text, commentedLines(text)).flatMap((run) => alignCommentRun(text, run, touched));
}

function alignCommentRun(text: string, run: readonly Commented[], touched: readonly Touched[]): Splice[] {
  const near = nearTo(text, run, touched);
  if (near.length === 0) return [];
  const parts: Set<number>[] = [new Set()];
  for (const { start, end, comment } of run) {
    const here = near.filter((one) => one.start <= end && one.end >= start);
    // a line without a comment was taken out above it
    if (here.some((one) => one.start === one.end && one.start === start)) parts.push(new Set());
    else if (here.length > 0) continue;
    parts.at(-1)!.add(comment - start);
  }
  if (parts.some(({ size }) => size > 1)) return [];
  const target = Math.max(...run.map(({ start, code }) => code - start)) + 1;
  return run.flatMap(({ start, code, comment }) =>
    comment - start === target
      ? []
      : [{ start: code, end: comment, text: ' '.repeat(target - (code - start)) }],
  );
}

/** Lines with something and a comment behind it. */
function commentedLines(text: string): Commented[] {
  const lines: Commented[] = [];
  for (const comment of parseHcl(text).comments()) {
    const start = lineStart(text, comment.start);
    const code = skipBlanksBack(text, comment.start);
    const end = lineEnd(text, comment.start);
    if (
      code > start &&
      nextLine(text, comment.start) >= comment.end &&
      text.slice(comment.end, end).trim() === ''
    )
      lines.push({ start, end, code, comment: comment.start });
  }
  return lines;
}

/** Ranges as they stand after splices. */
function moved(ranges: readonly Touched[], splices: readonly Splice[]): Touched[] {
  const shift = (at: number) =>
    splices.reduce((sum, { start, end, text }) => (start < at ? sum + text.length - (end - start) : sum), at);
  return ranges.map(({ start, end, joins }) => ({ start: shift(start), end: shift(end), joins }));
}
