import { parseDockerfile } from '../syntax/dockerfile/parse-dockerfile.ts';
import type { Instruction } from '../syntax/dockerfile/tree.ts';
import { type Syntax, syntaxOf } from '../syntax/file-syntax.ts';
import { parseHcl } from '../syntax/hcl/parse-hcl.ts';
import type { Attribute, Block } from '../syntax/hcl/tree.ts';

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

type Item = Attribute | Block;

interface Line {
  readonly start: number;
  /** offset of the first character that is not blank */
  readonly first: number;
  /** aside: blank, a comment, or nothing but a template's action; marker: starts a YAML document */
  readonly kind: 'code' | 'aside' | 'marker';
}

/**
 * Tells what a comment stands at. In HCL and Dockerfiles that is what the syntax tree says; in YAML the indentation,
 * which also holds for Helm templates and for files with an error.
 */
export class Blocks {
  readonly syntax: Syntax | undefined;
  private readonly isWorkflow: boolean;
  private readonly lines: readonly Line[];
  #items: readonly Item[] | undefined;
  #instructions: readonly Instruction[] | undefined;
  #below: { readonly from: number; readonly code: number; readonly range: TextRange } | undefined;

  constructor(
    path: string,
    private readonly text: string,
  ) {
    this.syntax = syntaxOf(path);
    this.isWorkflow = /(?:^|\/)\.github\/workflows\//.test(path);
    this.lines = linesOf(text, this.syntax);
  }

  /**
   * What begins below a comment that stands alone, with the comments above it: a block, and from the head of a
   * Kubernetes object or a workflow the whole document.
   * @param at on the comment's line
   */
  below(at: number): TextRange {
    const line = this.lineOf(at);
    if (this.#below && line >= this.#below.from && line < this.#below.code) return this.#below.range;
    let from = line;
    while (this.lines[from - 1]?.kind === 'aside') from--;
    let atTop = from === 0 || this.lines[from - 1]!.kind === 'marker';
    let code = line + 1;
    for (; code < this.lines.length && this.lines[code]!.kind !== 'code'; code++)
      atTop ||= this.lines[code]!.kind === 'marker';
    const end = atTop && this.startsObject(code) ? this.endOfDocument(code) : this.endOfBlock(code);
    const range = { start: this.startOf(from), end };
    this.#below = { from, code, range };
    return range;
  }

  /** What begins on the line of an offset. */
  on(at: number): TextRange {
    const line = this.lineOf(at);
    return { start: this.startOf(line), end: this.endOfBlock(line) };
  }

  /** The line below that of an offset; in a Dockerfile the whole instruction that starts there. */
  lineBelow(at: number): TextRange {
    const line = this.lineOf(at);
    const end = this.syntax === 'dockerfile' ? this.endOfInstruction(line + 1) : this.startOf(line + 2);
    return { start: this.startOf(line), end };
  }

  /** The block of the top level around an offset of HCL; `undefined` where it is in none. */
  around(at: number): TextRange | undefined {
    return this.items.find(({ start, end }) => start <= at && at < end);
  }

  /** Whether nothing but comments and blank lines stands above the line of an offset. */
  isHeader(at: number): boolean {
    const line = this.lineOf(at);
    const firstCode = this.lines.findIndex(({ kind }) => kind === 'code');
    return firstCode < 0 || firstCode >= line;
  }

  private get instructions(): readonly Instruction[] {
    this.#instructions ??= parseDockerfile(this.text).instructions;
    return this.#instructions;
  }

  private get items(): readonly Item[] {
    this.#items ??= parseHcl(this.text).body.items;
    return this.#items;
  }

  private startOf(line: number): number {
    return this.lines[line]?.start ?? this.text.length;
  }

  private lineOf(at: number): number {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lines[middle]!.start <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private closes(line: number): boolean {
    return /[)}\]]/.test(this.text.charAt(this.lines[line]!.first));
  }

  /** Whether a document that starts on a line is one thing: a Kubernetes object, a workflow. */
  private startsObject(line: number): boolean {
    if (this.syntax !== 'yaml') return false;
    const start = this.startOf(line);
    return this.isWorkflow || /^(?:apiVersion|kind)[ \t]*:/.test(this.text.slice(start, start + 16));
  }

  private endOfDocument(line: number): number {
    const next = this.lines.findIndex(({ kind }, at) => at > line && kind === 'marker');
    return next < 0 ? this.text.length : this.startOf(next);
  }

  private endOfInstruction(line: number): number {
    const here = this.instructions.find(({ start }) => start >= this.startOf(line));
    return here && here.start < this.startOf(line + 1) ? here.end : this.startOf(line + 1);
  }

  private endOfStage(line: number): number {
    const { instructions } = this;
    const first = instructions.findIndex(({ start }) => start >= this.startOf(line));
    if (instructions[first]?.keyword !== 'FROM') return this.endOfInstruction(line);
    const next = instructions.find(({ keyword }, at) => at > first && keyword === 'FROM');
    return next?.start ?? this.text.length;
  }

  private endOfBlock(line: number): number {
    const head = this.lines[line];
    if (!head) return this.text.length;
    if (this.syntax === 'dockerfile') return this.endOfStage(line);
    const item =
      this.syntax === 'hcl' ? itemStarting(this.items, head.start, this.startOf(line + 1)) : undefined;
    if (item) return item.end;
    const own = head.first - head.start;
    const isItem = this.text[head.first] === '-';
    let last = line;
    for (let at = line + 1; at < this.lines.length; at++) {
      const { start, first, kind } = this.lines[at]!;
      if (kind === 'marker') break;
      if (kind === 'aside') continue;
      const closes = first - start === own && this.closes(at);
      const goesOn = first - start > own || (first - start === own && this.text[first] === '-' && !isItem);
      if (!goesOn && !closes) break;
      last = at;
      if (closes && !/[({[]\s*$/.test(this.text.slice(first, this.startOf(at + 1)))) break;
    }
    return this.startOf(last + 1);
  }
}

/** The outermost argument or block that starts in a range. */
function itemStarting(items: readonly Item[], from: number, to: number): Item | undefined {
  const item = items.find(({ end }) => end > from);
  if (!item || item.start >= to) return undefined;
  if (item.start >= from) return item;
  return item.kind === 'block' ? itemStarting(item.body.items, from, to) : undefined;
}

function linesOf(text: string, syntax: Syntax | undefined): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    let first = start;
    while (first < end && (text[first] === ' ' || text[first] === '\t')) first++;
    lines.push({ start, first, kind: kindOf(text, start, first, end, syntax) });
    start = end + 1;
  }
  return lines;
}

function kindOf(
  text: string,
  start: number,
  first: number,
  end: number,
  syntax: Syntax | undefined,
): Line['kind'] {
  if (first === end || text[first] === '\r' || text[first] === '#') return 'aside';
  if (syntax === 'hcl')
    return text.startsWith('//', first) || text.startsWith('/*', first) ? 'aside' : 'code';
  if (text.startsWith('{{', first)) return text.slice(first, end).trimEnd().endsWith('}}') ? 'aside' : 'code';
  return first === start && /^---(?:\s|$)/.test(text.slice(start, Math.min(end, start + 4)))
    ? 'marker'
    : 'code';
}
